/**
 * Every secret of the process, and the one function that takes them out of a text.
 * Secrets turn up in forms: as they are, URL-encoded, JSON- or HTML-escaped, and in base64 at any of three
 * alignments (a password stands in the middle of `Basic base64(user:password)`).
 */

/** A shorter value would blank harmless words all over the log, so it is never echoed but not searched for. */
export const SHORTEST_REDACTED_SECRET = 6
export const REDACTED = '***'
/**
 * Signatures live for 15 minutes and can only come back in an answer, so the latest ones are enough;
 * without a bound a long wait for many tasks would slow every redaction down.
 */
const SIGNATURES_KEPT = 64

export class Secrets {
  /** Each secret with its forms, which are worth keeping: the pattern is built anew for every signature. */
  readonly #lasting = new Map<string, readonly string[]>()
  readonly #signatures = new Map<string, readonly string[]>()
  readonly #register: (secret: string) => void
  #pattern: RegExp | null = null

  /** `register` tells the runner to mask a value; it is called once for each secret, before anything else can print it. */
  constructor(register: (secret: string) => void) {
    this.#register = register
  }

  /** Adds a secret for the life of the process. Returns false when it is too short to be searched for. */
  add(secret: string): boolean {
    if (secret.length < SHORTEST_REDACTED_SECRET) return false
    if (this.#lasting.has(secret)) return true
    this.#lasting.set(secret, formsOf(secret))
    this.#register(secret)
    this.#pattern = null
    return true
  }

  /** Adds a value that is good for one request only. */
  addSignature(signature: string): void {
    if (signature.length < SHORTEST_REDACTED_SECRET || this.#signatures.has(signature)) return
    this.#signatures.set(signature, formsOf(signature))
    const [oldest] = this.#signatures.keys()
    if (oldest !== undefined && this.#signatures.size > SIGNATURES_KEPT) this.#signatures.delete(oldest)
    this.#register(signature)
    this.#pattern = null
  }

  /** Returns the text with every secret replaced by `***`. */
  readonly redact = (text: string): string => {
    this.#pattern ??= patternOf([...this.#lasting.values(), ...this.#signatures.values()].flat())
    return withoutMatches(text, this.#pattern)
  }
}

/** Longest form first, so that a secret inside a longer one leaves no rest. */
function patternOf(forms: readonly string[]): RegExp {
  const alternatives = [...new Set(forms)].sort((a, b) => b.length - a.length).map(RegExp.escape)
  return new RegExp(alternatives.join('|') || '(?!)', 'g')
}

/** One `***` for matches that overlap: replacing only the first would leave the rest of the second. */
function withoutMatches(text: string, pattern: RegExp): string {
  let result = ''
  let coveredTo = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match.index >= coveredTo) result += text.slice(coveredTo, match.index) + REDACTED
    coveredTo = Math.max(coveredTo, match.index + match[0].length)
    pattern.lastIndex = match.index + 1
  }
  return result + text.slice(coveredTo)
}

function formsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n|\r/).map(line => line.trim())
  const json = jsonEscaped(secret)
  const escaped = [json, json.replaceAll('/', '\\/'), jsonEscaped(json), htmlEscaped(secret)]
  const base64 = [0, 1, 2].flatMap(shift => base64At(secret, shift))
  const forms = new Set([secret, ...lines, ...escaped, ...urlEncoded(secret), ...base64])
  return [...forms].filter(form => form.length >= SHORTEST_REDACTED_SECRET)
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** Error pages repeat what they were sent. */
function htmlEscaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Encoders differ in what they leave as it is, in the blank (%20 or +), and in the case of the digits. */
function urlEncoded(secret: string): string[] {
  const text = secret.toWellFormed()
  const component = encodeURIComponent(text)
  const strict = component.replaceAll(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  const form = new URLSearchParams([['', text]]).toString().slice(1)
  const encoded = [encodeURI(text), component, strict, form]
  return encoded.flatMap(one => [one, one.replaceAll(/%[0-9A-F]{2}/g, digits => digits.toLowerCase())])
}

/** The characters of the base64 form that depend on the secret alone when `shift` bytes stand before it. */
function base64At(secret: string, shift: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret, 'utf8')])
  const encoded = bytes.toString('base64').replaceAll('=', '')
  const first = Math.ceil((shift * 8) / 6)
  const last = Math.floor((bytes.length * 8) / 6)
  const core = encoded.slice(first, last)
  return [core, core.replaceAll('+', '-').replaceAll('/', '_')]
}
