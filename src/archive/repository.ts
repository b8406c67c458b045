/** A repository that holds the content, and the pages its host has for a file. */
export interface Repository {
  /** Without a final slash. */
  readonly url: string;
  readonly kind: 'github' | 'gitlab' | 'forgejo';
}

/**
 * The repository at an https address. GitLab and Forgejo (Codeberg) are known by the name of their host,
 * every other host is read as GitHub.
 */
export function repositoryOf(address: string): Repository | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, hostname, origin, pathname, search, hash } = new URL(address);
  const path = pathname.replace(/(?:\.git)?\/*$/, '');
  const isPlain = protocol === 'https:' && username === '' && search === '' && hash === '';
  if (!isPlain || !/^(?:\/[\w.~-]+){2,}$/.test(path)) return undefined;
  const kind = /(?:^|\.)gitlab\./.test(hostname)
    ? 'gitlab'
    : /(?:^|\.)(?:codeberg\.org|forgejo\.|gitea\.)/.test(hostname)
      ? 'forgejo'
      : 'github';
  return { url: origin + path, kind };
}
