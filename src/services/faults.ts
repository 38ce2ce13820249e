import type * as z from 'zod/mini'
import { ApiFault, problemOf } from '../cloud/fault.ts'
import type { Task } from '../precheck/model.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import type { Beside, Reading } from '../precheck/service.ts'

/** Returns what a failed read means: another try later, or the end. */
export function readingOfFault(task: Task, fault: ApiFault, beside: Beside | null): Reading {
  const problem = problemOf(fault)
  const { retryAt, throttled } = fault
  const isEmpty = fault.means === 'no-result'
  return isAgain(fault)
    ? { kind: 'unread', task, problem, beside, isEmpty, retryAt, throttled }
    : { kind: 'ended', task, problem, beside }
}

/** True when the same call may work on another try. */
export function isAgain(fault: ApiFault): boolean {
  return fault.kind === 'transient' && !fault.final
}

/** Returns where something is not what it should be; `around` is where it stands itself. */
export function unknownShape({ issues }: z.core.$ZodError, ...around: readonly string[]): Sentence {
  const place = [...around, ...(issues[0]?.path ?? [])].join('.')
  return told(`an unknown shape at ${place}`, `${place} 处的格式无法识别`)
}

/** Returns the fault of an answer in the service's own format whose content makes no sense. `what` completes "the answer of DRS has …". */
export function shapeFault(
  service: string,
  answer: { doing: Sentence; what: Sentence; httpStatus: number; requestId: string | null; body?: unknown },
): ApiFault {
  const { doing, what, httpStatus, requestId, body } = answer
  const [english, chinese] =
    requestId === null ? ['', ''] : [` (request id ${requestId})`, `（请求 ID ${requestId}）`]
  return new ApiFault({
    kind: 'transient',
    doing,
    what: inEach(in_ =>
      told(
        `the answer of ${service} has ${in_(what)}${english}.`,
        `${service} 的应答有问题：${in_(what)}${chinese}。`,
      ),
    ),
    advice: told(
      `Check that endpoint is ${service} itself; if so, report the request to the support of the service.`,
      `请确认 endpoint 是 ${service} 本身；如果是，请将该请求提交给服务的技术支持。`,
    ),
    httpStatus,
    requestId,
    understood: true,
    invalidResponse: true,
    body,
  })
}
