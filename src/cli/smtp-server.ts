import { UsageError } from './usage.ts';

/** A server that takes mail, and how it is spoken to. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on; without it, the server is asked for it (STARTTLS). */
  readonly isSecure: boolean;
  /** On this machine: what is sent leaves it by that server only, so that nobody can listen in between. */
  readonly isLocal: boolean;
  readonly login?: { readonly user: string; readonly password: string };
}

const FIX =
  'Write smtps://user:password@mail.example.org:465, or smtp://…:587 for a server that starts TLS when ' +
  'asked (STARTTLS); signs in the password such as @ : / % # ? as %40 %3A %2F %25 %23 %3F.';

/**
 * Reads `SMTP_URL`.
 *
 * @throws UsageError when it is missing or is no such address. It never holds what was written, as that may
 * be a password.
 */
export function readSmtpServer(written: string | undefined): SmtpServer {
  if (written === undefined || written === '')
    throw new UsageError(
      `SMTP_URL is not set, so that nobody knows which server sends mail. ${FIX}`,
    );
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const login = url && loginOf(url);
  if (
    url === undefined ||
    login === undefined ||
    !/^smtps?:$/.test(url.protocol) ||
    !/^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(url.hostname) ||
    !/^\/?$/.test(url.pathname) ||
    url.search !== '' ||
    url.hash !== ''
  )
    throw new UsageError(`SMTP_URL is not the address of a mail server. ${FIX}`);
  const isSecure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return {
    host,
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    isSecure,
    isLocal: /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host),
    ...login,
  };
}

/** User and password, or none of them; nothing where only one is there or they cannot be read. */
function loginOf({ username, password }: URL): Pick<SmtpServer, 'login'> | undefined {
  if (username === '' && password === '') return {};
  if (username === '' || password === '') return undefined;
  try {
    return {
      login: { user: decodeURIComponent(username), password: decodeURIComponent(password) },
    };
  } catch {
    return undefined;
  }
}
