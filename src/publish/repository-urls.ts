import { repositoryOf } from '../archive/repository.ts';

/** A repository that holds the content. */
export interface ContentRepository {
  /** `https://github.com/owner/name`. */
  readonly address: string;
  readonly branch: string;
  /** The content folder, as a path in it. */
  readonly folder: string;
}

/** Pages of the repository's host. */
export interface RepositoryUrls {
  /** A file of the content folder, at a line. */
  file: (file: string, line: number) => string;
  /** The host's editor for it. */
  edit: (file: string) => string;
  /** The form for a new issue, filled in. */
  issue: (title: string, text: string) => string;
  /** The host's editor for a new file in a folder of the content folder, with a name where it is known. */
  create: (folder: string, name: string) => string;
}

/**
 * The addresses that GitHub, GitLab and Forgejo (Codeberg) give the pages of a repository.
 *
 * @returns nothing for an address that is none of a repository.
 */
export function repositoryUrls(repository: ContentRepository): RepositoryUrls | undefined {
  const found = repositoryOf(repository.address);
  if (found === undefined) return undefined;
  const { url, kind } = found;
  const page = PAGES[kind];
  const path = (file: string): string => pathOf(`${repository.folder}/${file}`);
  const branch = pathOf(repository.branch);
  return {
    file: (file, line) => `${url}${page.file}/${branch}/${path(file)}#L${String(line)}`,
    edit: (file) => `${url}${page.edit}/${branch}/${path(file)}`,
    issue: (title, text) =>
      `${url}${page.issue}?${page.title}=${encodeURIComponent(title)}` +
      `&${page.text}=${encodeURIComponent(text)}`,
    create: (folder, name) =>
      `${url}${page.create}/${branch}/${path(folder)}` +
      (name === '' ? '' : `?${page.name}=${encodeURIComponent(name)}`),
  };
}

const PAGES = {
  github: {
    file: '/blob',
    edit: '/edit',
    create: '/new',
    name: 'filename',
    issue: '/issues/new',
    title: 'title',
    text: 'body',
  },
  gitlab: {
    file: '/-/blob',
    edit: '/-/edit',
    create: '/-/new',
    name: 'file_name',
    issue: '/-/issues/new',
    title: 'issue[title]',
    text: 'issue[description]',
  },
  forgejo: {
    file: '/src/branch',
    edit: '/_edit',
    create: '/_new',
    name: 'filename',
    issue: '/issues/new',
    title: 'title',
    text: 'body',
  },
} as const;

function pathOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
