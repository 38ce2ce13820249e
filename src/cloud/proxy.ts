import { bareHost } from './url.ts'

/**
 * The proxy variables, as curl and every action read them: lower case before upper, `no_proxy` with hosts, `.suffixes`,
 * `host:port` and `*`. Own code instead of the toolkit's, which takes `proxy.corp:3128` for an address of the scheme
 * `proxy.corp:` and then goes past the proxy without a word.
 */

export type ProxyVariables = Readonly<Record<string, string | undefined>>

export interface ReadProxies {
  /** The proxies by the scheme of what is asked for; null: none. */
  readonly proxies: Readonly<Record<'http:' | 'https:', URL | null>>
  readonly bypass: readonly string[]
  /** Variables that hold no address of a proxy. */
  readonly unreadable: readonly string[]
  /** Entries of no_proxy that mean nothing to us. */
  readonly notUnderstood: readonly string[]
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i
const ENTRY = /^(?:\*|(?:\*?\.)?[a-z0-9_-][a-z0-9._-]*(?::\d{1,5})?|\[?[0-9a-f:.]+\]?(?::\d{1,5})?)$/

/** Returns what the variables say. */
export function readProxies(environment: ProxyVariables): ReadProxies {
  const http = oneOf(environment, 'http_proxy', 'HTTP_PROXY')
  const https = oneOf(environment, 'https_proxy', 'HTTPS_PROXY')
  const entries = (oneOf(environment, 'no_proxy', 'NO_PROXY')?.value ?? '')
    .split(/[\s,]+/)
    .filter(entry => entry !== '')
    .map(entry => entry.toLowerCase())
  const given = [http, https].filter(variable => variable !== null)
  return {
    proxies: { 'http:': proxyIn(http), 'https:': proxyIn(https) },
    bypass: entries.filter(entry => ENTRY.test(entry)).map(withoutStar),
    unreadable: given.filter(variable => proxyIn(variable) === null).map(({ name }) => name),
    notUnderstood: entries.filter(entry => !ENTRY.test(entry)),
  }
}

/** Returns the proxy that requests to an address go through; null when they go there themselves. */
export function proxyFor(url: URL, { proxies, bypass }: ReadProxies): URL | null {
  const proxy = url.protocol === 'https:' ? proxies['https:'] : proxies['http:']
  if (proxy === null || LOOPBACK.test(url.hostname)) return null
  const { hostname } = url
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const names = [hostname, bareHost(url), `${hostname}:${port}`]
  const passesBy = bypass.some(
    entry =>
      entry === '*' ||
      names.some(name => name === entry || name.endsWith(entry.startsWith('.') ? entry : `.${entry}`)),
  )
  return passesBy ? null : proxy
}

interface Variable {
  readonly name: string
  readonly value: string
}

function oneOf(environment: ProxyVariables, ...names: readonly string[]): Variable | null {
  const name = names.find(candidate => (environment[candidate]?.trim() ?? '') !== '')
  return name === undefined ? null : { name, value: environment[name]?.trim() ?? '' }
}

/** Returns the address of the proxy; null when there is none, or none that can be read. */
function proxyIn(variable: Variable | null): URL | null {
  if (variable === null) return null
  const { value } = variable
  const address = SCHEME.test(value) ? value : `http://${value}`
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || url.hostname === '' || !canBeDecoded(url)) return null
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
}

/** Name and password stand there percent-encoded. */
function canBeDecoded({ username, password }: URL): boolean {
  try {
    return decodeURIComponent(username + password) !== null
  } catch {
    return false
  }
}

function withoutStar(entry: string): string {
  return entry.replace(/^\*\./, '.')
}
