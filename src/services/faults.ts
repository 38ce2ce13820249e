import { isEmptyResultCode } from '../cloud/error-table.ts'
import { ApiFault, problemOf } from '../cloud/fault.ts'
import type { Task } from '../precheck/model.ts'
import type { Beside, Reading } from '../precheck/service.ts'

/** Returns what a failed read means: another try later, or the end. */
export function readingOfFault(task: Task, fault: ApiFault, beside: Beside | null): Reading {
  const problem = problemOf(fault)
  const { retryAt, throttled } = fault
  const isEmpty = isEmptyResultCode(fault.code)
  return isAgain(fault)
    ? { kind: 'unread', task, problem, beside, isEmpty, retryAt, throttled }
    : { kind: 'ended', task, problem, beside }
}

/** True when the same call may work on another try. */
export function isAgain(fault: ApiFault): boolean {
  return fault.kind === 'transient' && !fault.final
}

/** Returns the fault of an answer in the service's own format whose content makes no sense. `what` completes "the answer of DRS has …". */
export function shapeFault(
  service: string,
  answer: { doing: string; what: string; httpStatus: number; requestId: string | null },
): ApiFault {
  const { doing, what, httpStatus, requestId } = answer
  const suffix = requestId === null ? '' : ` (request id ${requestId})`
  return new ApiFault({
    kind: 'transient',
    message: `Could not ${doing}: the answer of ${service} has ${what}${suffix}.`,
    advice: `Check that endpoint is ${service} itself; if so, report the request to the support of the service.`,
    httpStatus,
    requestId,
    understood: true,
    invalidResponse: true,
  })
}
