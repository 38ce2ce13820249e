import type { Dispatcher, ProxyAgent as RealProxyAgent, RequestInfo, RequestInit, Response } from 'undici'

/**
 * Stands in for the package `undici` in the bundle (scripts/build.ts). `@actions/core` brings `@actions/http-client`
 * along, and that loads all of undici for two things that only the client to GitHub ever asks for: a fetch, and
 * the proxy that it goes through. Loading it took a sixth of the time of a whole run that talks to no GitHub.
 */

/** By its path, because the name of the package leads here. */
const load = () => import('../../node_modules/undici/index.js')

/** Is made at once, as its user expects, and opened by the first request. */
export class ProxyAgent {
  readonly #options: RealProxyAgent.Options | string
  #opened: Promise<Dispatcher> | null = null

  constructor(options: RealProxyAgent.Options | string) {
    this.#options = options
  }

  open(): Promise<Dispatcher> {
    this.#opened ??= load().then(undici => new undici.ProxyAgent(this.#options))
    return this.#opened
  }
}

/** undici's own fetch, through the opened proxy when one is given. */
export async function fetch(
  input: RequestInfo,
  init: Omit<RequestInit, 'dispatcher'> & { readonly dispatcher?: ProxyAgent } = {},
): Promise<Response> {
  const undici = await load()
  const { dispatcher, ...rest } = init
  return undici.fetch(
    input,
    dispatcher === undefined ? rest : { ...rest, dispatcher: await dispatcher.open() },
  )
}
