import { z } from 'zod';

import { withoutInvisible } from '../digest/decode.ts';

/** A text that maintainers write and pages show: one line with something in it, and nothing that no reader can see. */
export const shownText = z
  .string()
  .overwrite((text) => text.replace(/\s+/g, ' ').trim())
  .min(1)
  .refine(
    (text) => withoutInvisible(text) === text && text.isWellFormed(),
    'holds characters that cannot be seen; delete them',
  );
