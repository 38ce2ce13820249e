import { Digests, LONGEST_DIGEST_FORM, type Span } from './digests.ts'
import { readingsOf } from './readings.ts'
import { escaped } from './regexp.ts'

/**
 * Every secret of the process, and the one place that takes them out of a text. A secret is looked for as it is and in
 * base64 at any of three alignments (a password stands in the middle of `Basic base64(user:password)`), in everything
 * that the text can be decoded to.
 */

/** A shorter value would blank harmless words all over the log, so it is never echoed but not searched for. */
export const SHORTEST_REDACTED_SECRET = 6
const REDACTED = '***'
/** `&#x00000026;`, and more where one encoding stands inside another. */
const MOST_CHARACTERS_PER_CHARACTER = 16

/** Check items repeat their words task after task: short texts are searched once. */
const REMEMBERED = { characters: 256, texts: 10_000 }

export class Secrets {
  readonly #forms = new Map<string, readonly string[]>()
  readonly #digests = new Digests()
  readonly #register: (secret: string) => void
  #pattern: RegExp | null = null
  /** Texts that were searched for all of them, and what they came to. */
  readonly #redacted = new Map<string, string>()

  /** `register` tells the runner to mask a value; it is called once for each secret, before anything else can print it. */
  constructor(register: (secret: string) => void) {
    this.#register = register
  }

  /** Adds a secret for the life of the process. Returns false when it is too short to be searched for. */
  add(secret: string): boolean {
    if (secret.length < SHORTEST_REDACTED_SECRET) return false
    if (!this.#remember(secret)) return true
    this.#redacted.clear()
    this.#register(secret)
    return true
  }

  /** Returns the text with every secret replaced by `***`. */
  readonly redact = (text: string): string => {
    const known = this.#redacted.get(text)
    if (known !== undefined) return known
    const redacted = withoutSpans(text, this.#spansIn(text), text.length)
    if (text.length <= REMEMBERED.characters && this.#redacted.size < REMEMBERED.texts)
      this.#redacted.set(text, redacted)
    return redacted
  }

  /**
   * Returns the same for the first `characters` of a text. Secrets are searched for beyond its end, so that none is left
   * there in part.
   */
  readonly redactBeginning = (text: string, characters: number): string => {
    const seen = text.slice(0, characters + this.#longestForm * MOST_CHARACTERS_PER_CHARACTER)
    return withoutSpans(text, this.#spansIn(seen), Math.min(characters, text.length))
  }

  /** Returns false for one that is known. */
  #remember(secret: string): boolean {
    if (Digests.is(secret)) return this.#digests.add(secret)
    if (this.#forms.has(secret)) return false
    this.#forms.set(secret, formsOf(secret))
    this.#pattern = null
    return true
  }

  get #longestForm(): number {
    const longestDigest = this.#digests.size === 0 ? 0 : LONGEST_DIGEST_FORM
    return Math.max(longestDigest, ...[...this.#forms.values()].flat().map(form => form.length))
  }

  #spansIn(text: string): readonly Span[] {
    this.#pattern ??= patternOf([...this.#forms.values()].flat())
    const pattern = this.#pattern
    return [...readingsOf(text)].flatMap(reading =>
      [...spansOf(reading.text, pattern), ...this.#digests.spansIn(reading.text)].map(
        ([from, to]) => [reading.origin(from), reading.origin(to)] as const,
      ),
    )
  }
}

/** Longest form first, so that a secret inside a longer one leaves no rest. */
function patternOf(forms: readonly string[]): RegExp {
  const alternatives = [...new Set(forms)].sort((a, b) => b.length - a.length).map(escaped)
  return new RegExp(alternatives.join('|') || '(?!)', 'g')
}

/** Also the ones that overlap: replacing only the first would leave the rest of the second. */
function spansOf(text: string, pattern: RegExp): readonly Span[] {
  const spans: Span[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    spans.push([match.index, match.index + match[0].length])
    pattern.lastIndex = match.index + 1
  }
  return spans
}

/** Returns the text up to `end` with one `***` for spans that overlap. */
function withoutSpans(text: string, spans: readonly Span[], end: number): string {
  let result = ''
  let coveredTo = 0
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (from >= end) break
    if (from >= coveredTo) result += text.slice(coveredTo, from) + REDACTED
    coveredTo = Math.max(coveredTo, to)
  }
  return result + text.slice(coveredTo, Math.max(coveredTo, end))
}

function formsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n|\r/).map(line => line.trim())
  // Forms write a blank as a plus, and encoders half a surrogate pair as the character for what is unknown.
  const written = [secret.replaceAll(' ', '+'), secret.toWellFormed()]
  const base64 = [0, 1, 2].flatMap(shift => base64At(secret, shift))
  const forms = new Set([secret, ...lines, ...written, ...base64])
  return [...forms].filter(form => form.length >= SHORTEST_REDACTED_SECRET)
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
