/** A repository that holds the content, and the pages its host has for a file. */
export interface Repository {
  /** Without a final slash. */
  readonly url: string;
  readonly kind: 'github' | 'gitlab' | 'forgejo';
}

const OWNER_AND_NAME = /^(?:\/[\w.~-]+){2}$/;
/** Groups may hold groups; what follows `/-/` is a page of a repository. */
const GROUPS_AND_NAME = /^(?:\/(?!-\/)[\w.~-]+){2,}$/;

/**
 * The repository at an https address. GitLab and Forgejo (Codeberg) are known by the name of their host,
 * every other host is read as GitHub.
 */
export function repositoryOf(address: string): Repository | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, hostname, origin, pathname, search, hash } = new URL(address);
  const path = pathname.replace(/(?:\.git)?\/*$/, '');
  const isPlain = protocol === 'https:' && username === '' && search === '' && hash === '';
  const kind = /(?:^|\.)gitlab\./.test(hostname)
    ? 'gitlab'
    : /(?:^|\.)(?:codeberg\.org|forgejo\.|gitea\.)/.test(hostname)
      ? 'forgejo'
      : 'github';
  const names = kind === 'gitlab' ? GROUPS_AND_NAME : OWNER_AND_NAME;
  return isPlain && names.test(path) ? { url: origin + path, kind } : undefined;
}
