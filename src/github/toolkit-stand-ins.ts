/**
 * Stands in for packages in the bundle (scripts/build.ts) that the toolkit loads at every start, for what nothing here asks
 * for: `undici`, `@actions/http-client` and `@actions/exec`. With them come Node's own network and child processes, a fifth of
 * what a run with a wrong input takes. Requests to GitHub go the way of all others (fetch.ts).
 */

/** Is made by the toolkit when a proxy is set, and never used. */
export class ProxyAgent {}

/** Is made by the toolkit for the agents that a fetch of its own would use. */
export class HttpClient {
  getAgent(): undefined {
    return undefined
  }

  getAgentDispatcher(): undefined {
    return undefined
  }
}

/** For id tokens, which `src/` asks for itself. */
export class BearerCredentialHandler {}

export function fetch(): never {
  throw new Error('Requests go through src/github/fetch.ts')
}

export function getExecOutput(): never {
  throw new Error('Only src/git/git.ts runs another program')
}
