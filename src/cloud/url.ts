/** An id of a service that may become part of a path or a query. They are percent-encoded there all the same. */
export const ID_IN_URL = /^[0-9A-Za-z_-]{1,64}$/

/** Returns a host without the brackets that an IPv6 address has in a URL. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

/** Returns `path` below a base URL that may itself have a path and a trailing slash. */
export function urlBelow(base: URL, path: string): URL {
  return new URL(`${base.href.replace(/\/+$/, '')}${path}`)
}
