import { ownProblem, type Problem, type Task } from '../../precheck/model.ts'
import type { RunIds } from '../../precheck/run-ids.ts'
import { told } from '../../precheck/sentence.ts'
import type { Beside, Identity, Picture, Reading, RunFacts } from '../../precheck/service.ts'
import { endingOf, UNKNOWN_STATUS_PATIENCE_MS, type UnknownRun, unknownAfter } from './ending.ts'
import { checkItemsOf } from './items.ts'
import type { Amid, OmsRun } from './run.ts'

/** The pre-check that an answer is about. */
export interface Subject {
  readonly task: Task
  readonly precheckId: string
  /** null where nobody here knows it. */
  readonly projectId: string | null
}

/** Project ids begin like this in every example of the vendor's pages. */
const PROJECT_ID = /^np_/i

/** Returns what an answer at `now` says, and what to keep of it until the next; `before` was kept of the last. */
export function readingOf(
  subject: Subject,
  run: OmsRun,
  runIds: RunIds,
  before: UnknownRun | null,
  now: number,
): { readonly reading: Reading; readonly unknown: UnknownRun | null } {
  const { task, precheckId } = subject
  const items = checkItemsOf(run.items)
  const ending = endingOf(run, items)
  const overall = ending.kind === 'ended' ? ending.overall : 'none'
  const picture: Picture = { precheckId, progress: run.progress, overall, items }
  const identity = identityOf(subject, run, runIds)
  // What another task's run says is no word on this one, whatever its status.
  if (ending.kind === 'unknown' && identity.kind !== 'other-task') {
    const unknown = unknownAfter(before, run, now)
    const problem = unknownStatus(task, precheckId, run.status)
    const isOver = now - unknown.since >= UNKNOWN_STATUS_PATIENCE_MS
    const beside = { picture, isFirst: false }
    const reading: Reading = isOver
      ? { kind: 'ended', task, problem, beside }
      : { kind: 'unread', task, problem, beside, isEmpty: false, retryAt: null, throttled: false }
    return { reading, unknown }
  }
  const facts: RunFacts = {
    picture,
    finished: ending.kind !== 'running',
    identity,
    evidence: 'none',
    // An unknown word does not end a run, so a finished one always says what it is.
    unreadable: null,
    standing: null,
  }
  return { reading: { kind: 'answer', task, facts }, unknown: null }
}

/** Returns what an answer that is none as a whole reports all the same; null where that is nothing. */
export function besideOf(subject: Subject, amid: Amid | null, runIds: RunIds): Beside | null {
  if (amid === null || amid.items.length === 0) return null
  if (identityOf(subject, amid, runIds).kind === 'other-task') return null
  const items = checkItemsOf(amid.items)
  return {
    picture: { precheckId: subject.precheckId, progress: null, overall: 'none', items },
    isFirst: false,
  }
}

/** Both ids have to be right: that of the pre-check, and `projectId`, which holds either of the two. */
function identityOf({ task, precheckId, projectId }: Subject, run: Amid, runIds: RunIds): Identity {
  const ofRun = runIds.identityOf(task.id, [precheckId], run.precheckId)
  if (ofRun.kind === 'other-task') return ofRun
  const ofProject = runIds.identityOf(task.id, [projectId ?? precheckId, precheckId], run.projectId)
  const isAnyProject = projectId === null && PROJECT_ID.test(run.projectId ?? '')
  if (ofProject.kind === 'strange' && isAnyProject) return ofRun
  return ofRun.kind === 'own' || ofProject.kind === 'other-task' ? ofProject : ofRun
}

function unknownStatus(task: Task, precheckId: string, status: string): Problem {
  const [english, chinese] = task.id === precheckId ? ['', ''] : [` of ${task.id}`, ` ${task.id} 的`]
  return ownProblem(
    'unknown-status',
    told(
      `The OMS pre-check ${precheckId}${english} has the status ${status}, which OMS documents nowhere, so it counts as neither finished nor passed.`,
      `${chinese} OMS 预检查 ${precheckId} 的状态为 ${status}，OMS 的文档中没有该状态，因此既不算结束，也不算通过。`.trim(),
    ),
    told(
      'Look at the pre-check in the OMS console. If the status is regular there, report the word to the maintainers of this action.',
      '请在 OMS 控制台中查看该预检查。如果该状态在控制台中是正常的，请告知本工具的维护者。',
    ),
  )
}
