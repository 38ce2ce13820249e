/** Returns `path` below a base URL that may itself have a path and a trailing slash. */
export function urlBelow(base: URL, path: string): URL {
  return new URL(`${base.href.replace(/\/+$/, '')}${path}`)
}
