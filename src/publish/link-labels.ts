import type { LinkKind } from '../archive/types.ts';

/** What the links of a paper are called. */
export const LINK_LABELS: Readonly<Record<LinkKind, string>> = {
  code: 'Code',
  model: 'Model',
  dataset: 'Data set',
  demo: 'Demo',
  paper: 'Paper',
  video: 'Video',
  project: 'Project page',
};
