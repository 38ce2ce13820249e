import { type ApiFault, problemOf } from '../cloud/fault.ts'
import { ownProblem, type Problem, type Task } from '../precheck/model.ts'
import { inEach, inRow, type Sentence, told } from '../precheck/sentence.ts'
import type { Started } from '../precheck/service.ts'
import { isAgain } from './faults.ts'

/** What a failed start means: sent again, read on all the same, or the end. */

/** True when a request was sent and its fault leaves open whether a pre-check runs; a refusal does not. */
function mayHaveStarted(fault: ApiFault): boolean {
  return fault.kind === 'transient' && !fault.nothingStarted && fault.means !== 'not-now'
}

/** Returns what became of a start that failed, for a service that can be read without the answer to it. */
export function startedOfFault(task: Task, fault: ApiFault, precheckId: string | null): Started {
  const problem = problemOf(fault)
  if (mayHaveStarted(fault)) return { kind: 'unconfirmed', task, precheckId, problem }
  if (!isAgain(fault)) return { kind: 'ended', task, problem }
  const { throttled, retryAt } = fault
  const why = fault.means === 'not-now' ? 'refused' : 'unreached'
  return { kind: 'not-started', task, problem, why, throttled, retryAt }
}

/** Returns the same for a service that can only be asked by an id from the answer, so that a lost answer is the end. */
export function startedOfFaultWithoutId(task: Task, fault: ApiFault): Started {
  const started = startedOfFault(task, fault, null)
  return started.kind === 'unconfirmed'
    ? { kind: 'ended', task, problem: lostForGood(started.problem) }
    : started
}

function lostForGood(problem: Problem): Problem {
  const advice = told(
    'Without its id it cannot be read, and a second start could run beside it: wait until it can have ended, then run the gate again.',
    '没有其 ID 就无法读取，而再次启动可能与它同时运行：请等到它应已结束后，再重新运行门禁。',
  )
  return {
    ...problem,
    message: inRow(problem.message, told('A pre-check may be running.', '可能有预检查正在运行。')),
    advice: inRow(advice, problem.advice),
  }
}

/** Returns the end of a task whose start the end of the step has overtaken; `what` is "the DRS pre-check of task …". */
export function overtaken(task: Task, what: Sentence): Started {
  const message = inEach(in_ =>
    told(`Could not start ${in_(what)}: the step ended before.`, `无法启动${in_(what)}：步骤已先结束。`),
  )
  const problem = ownProblem('timed-out', message, told('Raise timeout-minutes.', '请增大 timeout-minutes。'))
  return { kind: 'ended', task, problem }
}
