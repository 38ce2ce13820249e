/** Returns a host without the brackets that an IPv6 address has in a URL. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

/** Returns `path` below a base URL that may itself have a path and a trailing slash. */
export function urlBelow(base: URL, path: string): URL {
  return new URL(`${base.href.replace(/\/+$/, '')}${path}`)
}
