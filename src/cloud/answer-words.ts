import { inEach, type Sentence, told, verbatim } from '../precheck/sentence.ts'

/** What an error answer says, in words. */

/** The facts, then the words of the service or where it sends us. */
export function refusedText(
  facts: Sentence,
  redirect: Sentence | null,
  words: Sentence | null,
  encodedMessage = '',
): Sentence {
  const encoded = encodedMessage === '' ? '' : ` encoded_authorization_message: ${encodedMessage}`
  return inEach(in_ => {
    if (redirect !== null)
      return told(
        `${in_(facts)}, a redirect to ${in_(redirect)}, which is not followed.${encoded}`,
        `${in_(facts)}，重定向到${in_(redirect)}，不会跟随。${encoded}`,
      )
    const quoted = words && `"${in_(words)}"`
    return told(
      `${in_(facts)}${quoted === null ? '' : `, ${quoted}`}.${encoded}`,
      `${in_(facts)}${quoted === null ? '' : `，${quoted}`}。${encoded}`,
    )
  })
}

/** A code or an id over this length is none. */
const FACT_MAX_CHARACTERS = 64

/** The facts of an answer, which stand before its words: what is cut, is cut at the end. */
export function factsText(httpStatus: number, code: string | null, requestId: string | null): Sentence {
  const http = verbatim(`HTTP ${httpStatus}`)
  const head = code === null ? [http] : [http, brief(code)]
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
  return count <= FACT_MAX_CHARACTERS
    ? verbatim(text)
    : told(`(of ${count} characters)`, `（${count} 个字符）`)
}
