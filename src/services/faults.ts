import { ApiFault, problemOf } from '../cloud/fault.ts'
import type { ReadingState } from '../precheck/service.ts'

/** Returns what a fault means for further reads: another try later, or the end. */
export function stateOfFault(fault: ApiFault): ReadingState {
  const problem = problemOf(fault)
  const again = fault.kind === 'transient' && !fault.final
  const { retryAt, throttled } = fault
  return again ? { kind: 'unread', problem, retryAt, throttled } : { kind: 'ended', problem }
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
