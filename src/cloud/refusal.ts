import { inEach, inRow, type Sentence, told, verbatim } from '../precheck/sentence.ts'
import { adviceFor } from './advice.ts'
import type { ErrorBody } from './error-body.ts'
import { classify, entryOf, type Operation, type ServiceErrors } from './error-table.ts'
import { ApiFault } from './fault.ts'

/** An error that a service tells, in facts and in words. */

/** The facts, then the words of the service or where it sends us. */
function refusedText(
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
  // IAM gives the status as its code.
  const head = code === null || code === String(httpStatus) ? [http] : [http, brief(code)]
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

/** Returns the fault that an error stands for, be it a whole answer or one task's entry in an answer that is otherwise fine. */
export function refusalFault({
  operation,
  doing,
  httpStatus,
  error,
  errors,
  page,
  redirect = null,
}: {
  readonly operation: Operation
  readonly doing: Sentence
  readonly httpStatus: number
  readonly error: ErrorBody
  readonly errors: ServiceErrors | null
  /** What a body says that is in no known format, null where that is nothing; absent for one that is in some. */
  readonly page?: Sentence | null | undefined
  /** The host that a redirect points to. */
  readonly redirect?: Sentence | null
}): ApiFault {
  const { code, message, requestId, encodedMessage } = error
  const words = message === null ? (page ?? null) : verbatim(message)
  const kind = classify({ operation, httpStatus, code }, errors)
  const facts = factsText(httpStatus, code, requestId)
  if (code === null && words === null && error.sign !== undefined && httpStatus < 300)
    return silentRefusal(kind, error.sign, { doing, facts, advice: error.advice, httpStatus, requestId })
  const what = refusedText(facts, redirect, words, encodedMessage)
  const ours = kind === 'authentication-failed' ? null : adviceFor(kind, code, errors)
  const own = error.advice === null ? ours : verbatim(error.advice)
  return new ApiFault({
    kind,
    doing,
    what,
    advice: encodedMessage === undefined ? own : inRow(own, DECODING),
    code,
    words: message,
    means: entryOf(code, errors)?.means ?? null,
    httpStatus,
    requestId,
    understood: page === undefined,
  })
}

/** Nothing is named that could be corrected; what there is to see of it stands where the service shows its tasks. */
function silentRefusal(
  kind: ApiFault['kind'],
  sign: Sentence,
  {
    facts,
    advice,
    ...rest
  }: Pick<ApiFault, 'doing' | 'httpStatus' | 'requestId'> & {
    readonly facts: Sentence
    readonly advice: string | null
  },
): ApiFault {
  const what = inEach(in_ =>
    told(
      `${in_(facts)}, but ${in_(sign)}, and the answer gives no reason.`,
      `${in_(facts)}，但${in_(sign)}，且应答没有给出原因。`,
    ),
  )
  return new ApiFault({
    ...rest,
    kind,
    what,
    advice: advice === null ? LOOK_THERE : verbatim(advice),
    understood: true,
  })
}

const LOOK_THERE = told(
  'Open the task in the console of the service, which may show the reason; then run the gate again.',
  '请在服务的控制台中打开该任务，那里可能会显示原因；然后重新运行门禁。',
)

const DECODING = told(
  'Why, stands in encoded_authorization_message: the STS call DecodeAuthorizationMessage (POST /v5/decode-authorization-message) makes it readable.',
  '原因在 encoded_authorization_message 中：用 STS 接口 DecodeAuthorizationMessage（POST /v5/decode-authorization-message）可以解读。',
)
