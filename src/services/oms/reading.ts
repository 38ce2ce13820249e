import type { Mode, Problem, Task } from '../../precheck/model.ts'
import type { Picture, Reading, ReadingState } from '../../precheck/service.ts'
import { endingOf, UNKNOWN_STATUS_PATIENCE_MS, type UnknownRun, unknownAfter } from './ending.ts'
import { checkItemsOf } from './items.ts'
import type { OmsRun } from './run.ts'

/** The pre-check that an answer is about. */
export interface Subject {
  readonly task: Task
  readonly precheckId: string
  readonly mode: Mode
}

/** Returns what an answer at `now` means to the poller, and what to keep of it until the next; `before` was kept of the last. */
export function readingOf(
  { task, precheckId, mode }: Subject,
  run: OmsRun,
  before: UnknownRun | null,
  now: number,
): { readonly reading: Reading; readonly unknown: UnknownRun | null } {
  const items = checkItemsOf(run.items)
  const ending = endingOf(run, items)
  const overall = ending.kind === 'ended' ? ending.overall : 'none'
  const picture: Picture = { precheckId, progress: run.progress, overall, items }
  const unknown = ending.kind === 'unknown' ? unknownAfter(before, run, now) : null
  return { reading: { task, picture, state: stateOf() }, unknown }

  function stateOf(): ReadingState {
    switch (ending.kind) {
      case 'running':
        return { kind: 'running', settling: false }
      case 'ended':
        return { kind: 'finished', freshness: mode === 'run' ? 'new' : 'as-found' }
      case 'unknown': {
        const problem = unknownStatus(task, precheckId, run.status)
        const isOver = now - (unknown?.since ?? now) >= UNKNOWN_STATUS_PATIENCE_MS
        return isOver
          ? { kind: 'ended', problem }
          : { kind: 'unread', problem, retryAt: null, throttled: false }
      }
    }
  }
}

function unknownStatus(task: Task, precheckId: string, status: string): Problem {
  const ofTask = task.id === precheckId ? '' : ` of ${task.id}`
  return {
    reason: 'unknown-status',
    code: null,
    message: `The OMS pre-check ${precheckId}${ofTask} has the status ${status}, which OMS documents nowhere, so it counts as neither finished nor passed.`,
    httpStatus: null,
    requestId: null,
    advice:
      'Look at the pre-check in the OMS console. If the status is regular there, report the word to the maintainers of this action.',
  }
}
