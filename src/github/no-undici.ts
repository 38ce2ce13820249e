/**
 * Stands in for the package `undici` in the bundle (scripts/build.ts). The toolkit loads all of it for a fetch and a proxy that
 * nothing here asks for: requests to GitHub go the way of all others (src/github/fetch.ts).
 */

/** Is made by the toolkit when a proxy is set, and never used. */
export class ProxyAgent {}

export function fetch(): never {
  throw new Error('Requests go through src/github/fetch.ts')
}
