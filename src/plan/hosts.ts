import type { CredentialKind } from '../identity/method.ts'
import type { ServiceDefinition } from '../services/definition.ts'

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

/** Tells why an endpoint cannot be used with plain http; null when it can. */
export function plainHttpProblem(kind: CredentialKind, url: URL): string | null {
  if (url.protocol === 'https:' || kind.maySendInClear || isLoopback(url)) return null
  return 'plain http would send the credentials readable over the network'
}
