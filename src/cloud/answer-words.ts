import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import type { ErrorBody } from './error-body.ts'

/** What an error answer says, in words. */

/** The facts, then the words of the service or where it sends us. */
export function refusedText(
  facts: Sentence,
  redirect: Sentence | null,
  { message, encodedMessage }: ErrorBody,
): Sentence {
  const encoded = encodedMessage === undefined ? '' : ` encoded_authorization_message: ${encodedMessage}`
  return inEach(in_ => {
    if (redirect !== null)
      return told(
        `${in_(facts)}, a redirect to ${in_(redirect)}, which is not followed.${encoded}`,
        `${in_(facts)}，重定向到${in_(redirect)}，不会跟随。${encoded}`,
      )
    const words = message === null ? '' : `"${in_(message)}"`
    return told(
      `${in_(facts)}${words && `, ${words}`}.${encoded}`,
      `${in_(facts)}${words && `，${words}`}。${encoded}`,
    )
  })
}

/** A code or an id over this length is none. */
const FACT_MAX_CHARACTERS = 64

/** The facts of an answer, which stand before its words: what is cut, is cut at the end. */
export function factsText(httpStatus: number, code: string | null, requestId: string | null): Sentence {
  const head = code === null ? [`HTTP ${httpStatus}`] : [`HTTP ${httpStatus}`, brief(code)]
  if (requestId === null) return inEach(in_ => told(head.map(in_).join(', '), head.map(in_).join('，')))
  return inEach(in_ =>
    told(
      [...head.map(in_), `request id ${in_(brief(requestId))}`].join(', '),
      [...head.map(in_), `请求 ID ${in_(brief(requestId))}`].join('，'),
    ),
  )
}

function brief(text: string): Sentence {
  const count = text.length
  return count <= FACT_MAX_CHARACTERS ? text : told(`(of ${count} characters)`, `（${count} 个字符）`)
}
