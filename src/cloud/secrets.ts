/**
 * Every secret of the process, and the one function that takes them out of a text.
 * Secrets turn up in forms: as they are, URL-encoded, and in base64 at any of three alignments
 * (a password stands in the middle of `Basic base64(user:password)`).
 */

/** A shorter value would blank harmless words all over the log, so it is never echoed but not searched for. */
export const SHORTEST_REDACTED_SECRET = 6
export const REDACTED = '***'
/**
 * Signatures live for 15 minutes and can only come back in an answer, so the latest ones are enough;
 * without a bound a long wait for many tasks would slow every redaction down.
 */
const SIGNATURES_KEPT = 256

export class Secrets {
  readonly #lasting = new Set<string>()
  readonly #signatures: string[] = []
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
    this.#lasting.add(secret)
    this.#register(secret)
    this.#pattern = null
    return true
  }

  /** Adds a value that is good for one request only. */
  addSignature(signature: string): void {
    this.#signatures.push(signature)
    if (this.#signatures.length > SIGNATURES_KEPT) this.#signatures.shift()
    this.#register(signature)
    this.#pattern = null
  }

  /** Returns the text with every secret replaced by `***`. */
  readonly redact = (text: string): string => {
    this.#pattern ??= patternOf([...this.#lasting, ...this.#signatures])
    return text.replace(this.#pattern, REDACTED)
  }
}

/** One pass over the text with the longest form first, so that a secret inside a longer one leaves no rest. */
function patternOf(secrets: readonly string[]): RegExp {
  const forms = new Set(secrets.flatMap(formsOf))
  const alternatives = [...forms].sort((a, b) => b.length - a.length).map(RegExp.escape)
  return new RegExp(alternatives.join('|') || '(?!)', 'g')
}

function formsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map(line => line.trim())
  const json = JSON.stringify(secret).slice(1, -1)
  const texts = [secret, json, encodeURIComponent(secret.toWellFormed()), ...lines]
  return [...texts, ...[0, 1, 2].flatMap(shift => base64At(secret, shift))].filter(
    form => form.length >= SHORTEST_REDACTED_SECRET,
  )
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
