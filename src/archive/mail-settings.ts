import { z } from 'zod';

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const ADDRESS = new RegExp(`^${ATOM}(?:\\.${ATOM})*@${LABEL}(?:\\.${LABEL})*$`);
/** RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3: before the sign, and in all. */
const LONGEST = { user: 64, address: 254 } as const;

/**
 * True for `papers@example.org`: an address that needs no quotes (RFC 5322, section 3.4.1) and that every
 * mail server takes; other alphabets have to be written in their ASCII form, `xn--…`.
 */
export function isMailAddress(text: string): boolean {
  const isShort = text.length <= LONGEST.address && text.lastIndexOf('@') <= LONGEST.user;
  return isShort && ADDRESS.test(text);
}

/** What an address may hold between the angle brackets of a header (RFC 2369, section 2). */
const IN_BRACKETS = /^[!#-;=?-[\]_a-z~]{1,400}$/;

/** True for an address that a reader follows from a header: `mailto:` with whom to write to, or `https:`. */
function isListAddress(text: string): boolean {
  if (!IN_BRACKETS.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, pathname, hostname } = new URL(text);
  if (protocol === 'https:') return username === '' && hostname !== '';
  return protocol === 'mailto:' && isMailAddress(pathname);
}

const mailAddress = z
  .string()
  .refine(isMailAddress, 'must be a mail address alone, such as papers@example.org');
const listAddress = z
  .string()
  .refine(
    isListAddress,
    'must be an address such as mailto:papers-leave@example.org or https://example.org/leave',
  );
/** RFC 2919, section 2: words with dots between them, the last ones of which are a domain. */
const listId = z
  .string()
  .max(255)
  .regex(
    new RegExp(`^${ATOM}(?:\\.${ATOM})+$`),
    'must be an identifier such as papers.example.org',
  );

/** How a date goes out by mail. */
export const mailSettings = z
  .strictObject({
    /** Whom the mail is from; its name is the title of the archive. */
    from: mailAddress.optional(),
    /** The address of the list, whose server sends the mail on to each subscriber. */
    to: mailAddress.optional(),
    /** Where people subscribe. */
    subscribe: listAddress.optional(),
    /** Where people leave the list. */
    unsubscribe: listAddress.optional(),
    /** A POST to `unsubscribe` takes the reader off without asking (RFC 8058). */
    oneClick: z.boolean().default(false),
    /** What mail programs know the list by (List-Id). */
    id: listId.optional(),
  })
  .refine(({ oneClick, unsubscribe }) => !oneClick || unsubscribe?.startsWith('https:') === true, {
    path: ['oneClick'],
    message: 'needs an “unsubscribe” that starts with https',
  });

/** What `mail` in `archive.yaml` says. */
export type MailSettings = z.infer<typeof mailSettings>;
