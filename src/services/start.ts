import { ApiFault, problemOf } from '../cloud/fault.ts'
import type { Problem, Task } from '../precheck/model.ts'
import { inRow, told } from '../precheck/sentence.ts'
import type { PrecheckService, Reading, Started } from '../precheck/service.ts'
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

/** A service behind the port that takes one task a call, and reads by nothing but the id that the answer to its start gives. */
export abstract class OneTaskACall implements PrecheckService {
  readonly batchSize = 1

  start(tasks: readonly Task[]): Promise<readonly Started[]> {
    return Promise.all(
      tasks.map(async task => {
        try {
          return await this.startOne(task)
        } catch (fault) {
          if (fault instanceof ApiFault) return startedOfFaultWithoutId(task, fault)
          throw fault
        }
      }),
    )
  }

  read(tasks: readonly Task[]): Promise<readonly Reading[]> {
    return Promise.all(tasks.map(task => this.readOne(task)))
  }

  /** Throws \`ApiFault\`. */
  protected abstract startOne(task: Task): Promise<Started>
  protected abstract readOne(task: Task): Promise<Reading>
}
