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
const gateway = z.looseObject({ error_code: text, error_msg: text, error_message: text, request_id: text })
const appendix = z.looseObject({ errCode: text, externalMessage: text })
const identity = z.looseObject({ error: z.looseObject({ code: text, message: text, title: text }) })

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
  const requestId = blankToNull(gateway.safeParse(json).data?.request_id)
  const services = gateway.safeParse(json).data
  if (blankToNull(services?.error_code) !== null || blankToNull(services?.error_msg) !== null) {
    const message = blankToNull(services?.error_msg) ?? blankToNull(services?.error_message)
    return { code: blankToNull(services?.error_code), message, requestId, advice: null }
  }
  const ddm = appendix.safeParse(json).data
  if (blankToNull(ddm?.errCode) !== null || blankToNull(ddm?.externalMessage) !== null) {
    return {
      code: blankToNull(ddm?.errCode),
      message: blankToNull(ddm?.externalMessage),
      requestId,
      advice: null,
    }
  }
  const iam = identity.safeParse(json).data?.error
  const code = blankToNull(iam?.code)
  const message = blankToNull(iam?.message) ?? blankToNull(iam?.title)
  return code === null && message === null ? null : { code, message, requestId, advice: null }
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
