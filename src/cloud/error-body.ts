import * as z from 'zod'

/** What an answer's body says of an error, whichever of the known formats it uses. */
export interface ErrorBody {
  readonly code: string | null
  readonly message: string | null
  readonly requestId: string | null
  /** The service's own advice (OMS only). */
  readonly advice: string | null
}

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null)
/** All formats at once: every answer is looked at, and the names of none mean anything else in another. */
const body = z.object({
  error_code: text,
  error_msg: text,
  error_message: text,
  request_id: text,
  errCode: text,
  externalMessage: text,
  error: z.object({ code: text, message: text, title: text }).nullish().catch(null),
})

/** Bounded, because a body of `<title<title<title…` would otherwise take hours. */
const PAGE_TITLE = /<title[^<>]{0,200}>([^<]+)/i
/** What is looked at for a readable line. */
const LONGEST_PAGE_CHARACTERS = 64 * 1024
const LONGEST_PLAIN_TEXT_CHARACTERS = 500

/**
 * Returns the error that a JSON body holds, or null when it holds none of the known formats:
 * `{error_code, error_msg}` (gateway and services), `{errCode, externalMessage}` (DDM appendix) and
 * `{error: {code, message, title}}` (IAM). The OMS envelope is read by the OMS service.
 */
export function errorInJson(json: unknown): ErrorBody | null {
  const said = body.safeParse(json).data
  const requestId = blankToNull(said?.request_id)
  const serviceCode = blankToNull(said?.error_code)
  const serviceMessage = blankToNull(said?.error_msg)
  const formats = [
    // By itself, `error_message` is taken for no error: none of the formats is known to have it alone.
    {
      code: serviceCode,
      message: serviceMessage ?? (serviceCode === null ? null : blankToNull(said?.error_message)),
    },
    { code: blankToNull(said?.errCode), message: blankToNull(said?.externalMessage) },
    {
      code: blankToNull(said?.error?.code),
      message: blankToNull(said?.error?.message) ?? blankToNull(said?.error?.title),
    },
  ]
  const found = formats.find(({ code, message }) => code !== null || message !== null)
  return found === undefined ? null : { ...found, requestId, advice: null }
}

/** Returns a short readable line of a body that is not JSON: a page's title, or its first words. */
export function plainTextOf(body: string): string | null {
  const page = firstWords(body, LONGEST_PAGE_CHARACTERS)
  const title = firstWords(PAGE_TITLE.exec(page)?.[1] ?? '', LONGEST_PLAIN_TEXT_CHARACTERS)
  if (title !== '') return `a web page titled "${title}"`
  const words = page.replaceAll(/(?:<[^<>]*>|\s)+/g, ' ')
  return blankToNull(firstWords(words, LONGEST_PLAIN_TEXT_CHARACTERS))
}

/** Cut between words only: half of a secret would not be recognised as one. */
function firstWords(text: string, characters: number): string {
  const words = text.slice(0, characters + 1).replaceAll(/\s+/g, ' ')
  if (text.length <= characters) return words.trim()
  return words.slice(0, Math.max(0, words.lastIndexOf(' '))).trim()
}

function blankToNull(value: string | null | undefined): string | null {
  return value === undefined || value === null || value.trim() === '' ? null : value.trim()
}
