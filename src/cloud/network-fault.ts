import { changed, inEach, type Sentence, told, verbatim } from '../precheck/sentence.ts'

/** What keeps an answer away, told by the layer of the network at which it ended. */

export type Layer = 'name look-up' | 'connection' | 'proxy' | 'TLS' | 'HTTP'

/** `passing` may be gone on the next try; no repetition mends the others. */
export type TlsTrouble =
  | 'wrong-name'
  | 'unknown-authority'
  | 'expired'
  | 'protocol'
  | 'client-certificate'
  | 'passing'

/** A failure on the way to one host. */
export type HostFailure =
  | { readonly layer: 'name look-up' | 'connection' | 'HTTP' }
  | { readonly layer: 'TLS'; readonly trouble: TlsTrouble }

export interface ProxyFailure {
  readonly layer: 'proxy'
  /** Host and port, never the name and password that may stand before them. */
  readonly proxy: string
  /** Of the proxy's answer; null when none came. */
  readonly status: number | null
  /** What failed on the way to the proxy itself; null when it answered. */
  readonly way: HostFailure | null
}

export type Failure = HostFailure | ProxyFailure

interface Facts {
  /** True when no connection was made, so the service cannot have seen the request. */
  readonly nothingSent: boolean
  readonly failure?: Failure
  readonly tooLarge?: boolean
}

/** No answer, or none that could be read to its end. */
export class NetworkFault extends Error {
  override readonly name = 'NetworkFault'
  readonly nothingSent: boolean
  /** What kept the answer away, in words. */
  readonly what: Sentence
  readonly failure: Failure
  readonly tooLarge: boolean

  constructor(what: Sentence, { nothingSent, failure, tooLarge = false }: Facts, cause?: unknown) {
    super(what.in('en-us'), { cause })
    this.what = what
    this.nothingSent = nothingSent
    this.failure = failure ?? { layer: nothingSent ? 'connection' : 'HTTP' }
    this.tooLarge = tooLarge
  }
}

/** True for what no repetition mends. */
export function isHopeless(failure: Failure): boolean {
  switch (failure.layer) {
    case 'TLS':
      return failure.trouble !== 'passing'
    case 'proxy':
      return failure.way !== null && isHopeless(failure.way)
    case 'name look-up':
    case 'connection':
    case 'HTTP':
      return false
  }
}

/** Returns what failed, at which host, with what Node said of it. */
export function failureText(failure: Failure, host: string, why: Sentence): Sentence {
  return inEach(in_ => {
    const words = in_(why)
    switch (failure.layer) {
      case 'name look-up':
        return told(`the name look-up of ${host} failed (${words})`, `${host} 的域名解析失败（${words}）`)
      case 'connection':
        return told(`no connection to ${host} (${words})`, `无法连接 ${host}（${words}）`)
      case 'proxy':
        return proxyText(failure, host, words)
      case 'TLS':
        return told(`TLS with ${host} failed (${words})`, `与 ${host} 的 TLS 握手失败（${words}）`)
      case 'HTTP':
        return told(
          `the HTTP exchange with ${host} failed (${words})`,
          `与 ${host} 的 HTTP 交互失败（${words}）`,
        )
    }
  })
}

function proxyText({ proxy, way }: ProxyFailure, host: string, words: string): Sentence {
  return way === null
    ? told(
        `the proxy ${proxy} answered when it was asked for a tunnel to ${host} (${words})`,
        `请求代理 ${proxy} 建立到 ${host} 的隧道时，代理应答（${words}）`,
      )
    : told(
        `the proxy ${proxy} gave no answer when it was asked for a tunnel to ${host} (${words})`,
        `请求代理 ${proxy} 建立到 ${host} 的隧道时，代理没有应答（${words}）`,
      )
}

/** OpenSSL's and Node's codes for what a certificate can be turned down for. */
const TROUBLES: Readonly<Record<string, TlsTrouble>> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-name',
  HOSTNAME_MISMATCH: 'wrong-name',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-authority',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'unknown-authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-authority',
  CERT_SIGNATURE_FAILURE: 'unknown-authority',
  CERT_UNTRUSTED: 'unknown-authority',
  CERT_REJECTED: 'unknown-authority',
  INVALID_CA: 'unknown-authority',
}
/** A server that wants a certificate of its client says so by one of these alerts, in TLS 1.2 by none of its own. */
const CLIENT_CERTIFICATE =
  /ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|NO_CERTIFICATE|HANDSHAKE_FAILURE)/
/** The same alerts by their numbers: when one comes in while we write, Node's code is EPROTO and only OpenSSL's text has more. */
const CLIENT_ALERT = /SSL alert number (?:40|41|42|48|116)\b/
const PROTOCOL = /^(?:ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|EE_|CA_|INVALID_|UNABLE_TO_)/

/** Returns what an error says of TLS; null for the error of another layer. */
export function tlsTroubleOf(error: unknown): TlsTrouble | null {
  const code = codeOf(error)
  if (code === null) return null
  const known = TROUBLES[code]
  if (known !== undefined) return known
  const alert = code === 'EPROTO' && CLIENT_ALERT.test(messageOf(error))
  if (alert || CLIENT_CERTIFICATE.test(code)) return 'client-certificate'
  return PROTOCOL.test(code) ? 'protocol' : null
}

/** Nobody who uses an action starts Node. */
const ADVICE_OF_NODE = /; if the root CA is installed locally.*/
/** OpenSSL's own form, of which the reason alone is of use. */
const OPENSSL = /^(?:\w+ )*[0-9A-F]+:error:[^:]*:([^:]*):[^:]*:([^:]+):.*$/
/** What Node says too briefly. */
const PLAINER: Readonly<Record<string, Sentence>> = {
  aborted: told('the connection was cut in the middle of the answer', '连接在应答过程中被切断'),
  'socket hang up': told('the connection was closed without an answer', '连接没有应答就被关闭'),
}

/** Returns what an error says, with its code, on one line. */
export function inWords(error: unknown): Sentence {
  if (!(error instanceof Error)) return told('the connection failed', '连接失败')
  // Node reports a host with several addresses as an AggregateError without a text of its own.
  const all = error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : error.message
  const line = all.replaceAll(/\s+/g, ' ').trim()
  const text = PLAINER[all] ?? verbatim(line.replace(ADVICE_OF_NODE, '').replace(OPENSSL, '$2 ($1)'))
  const code = codeOf(error)
  return changed(text, words => (code === null || words.includes(code) ? words : `${words} (${code})`))
}

/** Returns the code that Node gives an error. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Returns the message of what was thrown, as it is. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
