import type { CredentialKind } from '../identity/method.ts'
import { told } from '../precheck/sentence.ts'
import type { ServiceDefinition } from '../services/definition.ts'
import type { Where } from './input-values.ts'
import type { InputProblems } from './problems.ts'

/** Where credentials may go. */

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** True for addresses that never leave this machine. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname)
}

/**
 * True when the credential may go to this endpoint although only a config file names it. `allowed` holds `host` or `host:port`.
 * This machine is no exception: another step of the job, or a service beside it, may listen there.
 */
export function mayReceive(
  kind: CredentialKind,
  url: URL,
  allowed: readonly string[],
  services: readonly ServiceDefinition[],
): boolean {
  if (allowed.some(entry => isHostOf(url, entry))) return true
  const ofKind = services.filter(({ credential }) => credential === kind).map(({ name }) => name)
  return url.port === '' && kind.isOwnHost(url.hostname, ofKind)
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' }

/** `entry` is `host` for any port of it, or `host:port`; a port that goes without saying may be said. */
function isHostOf(url: URL, entry: string): boolean {
  const host = entry.toLowerCase()
  const port = url.port || DEFAULT_PORTS[url.protocol]
  return host === url.hostname || host === `${url.hostname}:${port}`
}

/** Tells the problem of an endpoint that cannot be used with plain http. */
export function refusePlainHttp(kind: CredentialKind, url: URL, where: Where, problems: InputProblems): void {
  if (url.protocol === 'https:' || kind.maySendInClear || isLoopback(url)) return
  problems.add({
    ...where,
    wrong: told(
      'plain http would send the credentials readable over the network',
      '明文 http 会让凭证在网络上以可读的方式传输',
    ),
    allowed: told('https, or http on this machine only', 'https，或仅限本机的 http'),
  })
}
