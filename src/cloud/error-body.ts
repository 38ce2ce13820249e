import * as z from 'zod/mini'
import type { RedactBeginning } from '../ports.ts'
import { type Sentence, told, verbatim } from '../precheck/sentence.ts'

/** What an answer's body says of an error, whichever of the known formats it uses. */
export interface ErrorBody {
  readonly code: string | null
  readonly message: string | null
  readonly requestId: string | null
  /** The service's own advice. */
  readonly advice: string | null
  /** Why a right is lacking, in a form that only STS can read. */
  readonly encodedMessage?: string
  /** Words that a success may hold, too: inside a 2xx they count only where the answer lacks what was asked for. */
  readonly isWeak?: boolean
  /** What shows that it is an error at all, where neither code nor message does: completes "HTTP 200, but …". */
  readonly sign?: Sentence
}

const text = z.catch(z.nullish(z.union([z.string(), z.pipe(z.number(), z.transform(String))])), null)
const fields = {
  code: text,
  message: text,
  title: text,
  errorCode: text,
  errorMsg: text,
  errorMessage: text,
  error_code: text,
  error_msg: text,
  error_message: text,
  errCode: text,
  externalMessage: text,
  request_id: text,
  requestId: text,
  encoded_authorization_message: text,
}
/** All formats at once: every answer is looked at, and the names of none mean anything else in another. */
const flat = z.object(fields)
const body = z.object({ ...fields, error: z.catch(z.nullish(flat), null) })
const anyObject = z.record(z.string(), z.unknown())
type Said = z.infer<typeof flat>

/** Bounded, because a body of `<title<title<title…` would otherwise take hours. */
const PAGE_TITLE = /<title[^<>]{0,200}>([^<]+)/i
/** What is looked at for a readable line. */
const LONGEST_PAGE_CHARACTERS = 64 * 1024
const LONGEST_PLAIN_TEXT_CHARACTERS = 500

/**
 * Returns the error that a JSON body holds, or null when it holds none of the known formats: `{error_code, error_msg}` (gateway
 * and services), `{errCode, externalMessage}`, `{error: {code, message, title}}` (IAM), and the pairs below, alone or as the one
 * object of a body (`{badRequest: {code, message}}`).
 */
export function errorInJson(json: unknown): ErrorBody | null {
  const said = body.safeParse(json).data
  if (said === undefined) return null
  const [pair, around] = [pairIn(said), aroundIn(json)]
  const inner = around === null ? null : pairIn(around)
  const { error } = said
  const found = [
    { ...serviceFormat(said), from: said },
    { code: blankToNull(said.errCode), message: blankToNull(said.externalMessage), from: said },
    {
      code: blankToNull(error?.code),
      message: blankToNull(error?.message) ?? blankToNull(error?.title),
      from: error ?? said,
    },
    { ...(madeForErrors(said) ?? NOTHING), from: said, isWeak: false },
    { ...(pair ?? NOTHING), from: said, isWeak: !holdsNothingElse(json) },
    { ...(inner ?? NOTHING), from: around ?? said, isWeak: false },
  ].find(({ code, message }) => code !== null || message !== null)
  if (found === undefined) return null
  const { from, ...rest } = found
  const encoded = blankToNull(from.encoded_authorization_message ?? said.encoded_authorization_message)
  return {
    ...rest,
    requestId: requestIdIn(said) ?? requestIdIn(from),
    advice: null,
    ...(encoded === null ? {} : { encodedMessage: encoded }),
  }
}

const NOTHING = { code: null, message: null }

function serviceFormat({ error_code, error_msg, error_message }: Said) {
  const code = blankToNull(error_code)
  // By itself, `error_message` is taken for no error: none of the formats is known to have it alone.
  return { code, message: blankToNull(error_msg) ?? (code === null ? null : blankToNull(error_message)) }
}

/** Codes by which a success is told in the words of an error. */
const SUCCESS = /^(?:success|ok|0|200)$/i

type Pair = { readonly code: string; readonly message: string }

/** Names that nothing but an error has make one beside a success too; only together, both with content. */
function madeForErrors(said: Said): Pair | null {
  return firstWhole([said.errorCode, said.errorMsg ?? said.errorMessage])
}

/** Words that other things have as well make an error only together, both with content. */
function pairIn(said: Said): Pair | null {
  return firstWhole(
    [said.code, said.message],
    [said.errorCode, said.errorMsg ?? said.errorMessage],
    [said.error_code, said.error_msg],
    [said.errCode, said.externalMessage],
  )
}

function firstWhole(...pairs: readonly (readonly (string | null | undefined)[])[]): Pair | null {
  const told = pairs.map(pair => pair.map(blankToNull))
  const [code = null, message = null] = told.find(pair => pair.every(word => word !== null)) ?? []
  return code === null || message === null || SUCCESS.test(code) ? null : { code, message }
}

/** What may stand beside the words of an error that are all that a body says. */
const BESIDE: readonly string[] = [...Object.keys(fields), 'success', 'status', 'timestamp', 'path']

function holdsNothingElse(json: unknown): boolean {
  return Object.keys(anyObject.safeParse(json).data ?? {}).every(key => BESIDE.includes(key))
}

/** Returns the one object of a body that has nothing else. */
function aroundIn(json: unknown): Said | null {
  const others = Object.entries(anyObject.safeParse(json).data ?? {}).filter(([key]) => !BESIDE.includes(key))
  const [only, ...more] = others
  return only === undefined || more.length > 0 ? null : (flat.safeParse(only[1]).data ?? null)
}

function requestIdIn({ request_id, requestId }: Said): string | null {
  return blankToNull(request_id) ?? blankToNull(requestId)
}

/**
 * Returns a short readable line of a body that is not JSON: a page's title, or its first words. Secrets go first: with
 * its blanks folded, its markup gone or its end cut off, one would not be recognised any more.
 */
export function plainTextOf(body: string, redactBeginning: RedactBeginning): Sentence | null {
  const page = firstWords(redactBeginning(body, LONGEST_PAGE_CHARACTERS + 1), LONGEST_PAGE_CHARACTERS)
  const title = firstWords(PAGE_TITLE.exec(page)?.[1] ?? '', LONGEST_PLAIN_TEXT_CHARACTERS)
  if (title !== '') return told(`a web page titled "${title}"`, `标题为 "${title}" 的网页`)
  const line = blankToNull(firstWords(withoutMarkup(page), LONGEST_PLAIN_TEXT_CHARACTERS))
  return line === null ? null : verbatim(line)
}

/** Whether anything would be readable of it; of one that is longer than what is looked at, nobody knows. */
export function hasWords(body: string): boolean {
  return body.length > LONGEST_PAGE_CHARACTERS || withoutMarkup(body).trim() !== ''
}

/** An element that is never closed goes on to the end, so that each character is looked at once. */
const NOT_SHOWN = /<(style|script)\b[\s\S]*?(?:<\/\1[^<>]*>|$)/gi

function withoutMarkup(page: string): string {
  return page.replaceAll(NOT_SHOWN, ' ').replaceAll(/(?:<[^<>]*>|\s)+/g, ' ')
}

/** Cut between words only. */
function firstWords(text: string, characters: number): string {
  const words = text.slice(0, characters + 1).replaceAll(/\s+/g, ' ')
  if (text.length <= characters) return words.trim()
  return words.slice(0, Math.max(0, words.lastIndexOf(' '))).trim()
}

function blankToNull(value: string | null | undefined): string | null {
  return value === undefined || value === null || value.trim() === '' ? null : value.trim()
}
