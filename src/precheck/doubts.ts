import { assertNever, ownProblem, type Problem } from './model.ts'
import type { Doubt } from './run-binding.ts'
import { type Sentence, told } from './sentence.ts'

const ITEMS_NAMED = 5

/** Returns why a task has no result that counts, in words. */
export function problemOfDoubt(doubt: Doubt): Problem {
  const [reason, advice] = ENDS[doubt.kind]
  return ownProblem(reason, messageOf(doubt), advice)
}

/** Ids that the service mixed up between tasks of this gate make its answer invalid. */
const ENDS: Readonly<Record<Doubt['kind'], readonly [reason: Problem['reason'], advice: Sentence]>> = {
  'other-task': [
    'invalid-response',
    told(
      'Run the gate again. If this comes back, read the task on its own with mode query and report both ids to the support of the service.',
      '请重新运行门禁。如果再次出现，请用 mode query 单独读取该任务，并将两个 ID 提交给服务的技术支持。',
    ),
  ],
  'shared-run': [
    'invalid-response',
    told(
      'Run the gate for one of these tasks at a time, and report the id to the support of the service.',
      '请每次只对其中一个任务运行门禁，并将该 ID 提交给服务的技术支持。',
    ),
  ],
  'foreign-run': [
    'invalid-response',
    told(
      'A pre-check may be running: look at both tasks in the console, then run the gate for one of them at a time.',
      '可能已有预检查在运行：请先在控制台中查看这两个任务，然后每次只对其中一个运行门禁。',
    ),
  ],
  unreadable: [
    'not-verified',
    told(
      'Look at the task in the console. If the word is regular there, report it to the maintainers of this action.',
      '请在控制台中查看该任务。如果该结果在控制台中是正常的，请告知本工具的维护者。',
    ),
  ],
  'lost-items': [
    'not-verified',
    told(
      'Look at these items in the console, then run the gate again.',
      '请在控制台中查看这些检查项，然后重新运行门禁。',
    ),
  ],
  'start-lost': [
    'not-verified',
    told(
      'Run the gate again; when the service answers the start, the new result can be told from the old one.',
      '请重新运行门禁；只要服务应答了启动请求，就能区分新旧结果。',
    ),
  ],
}

function messageOf(doubt: Doubt): Sentence {
  switch (doubt.kind) {
    case 'other-task':
      return told(
        `The service answered with the result of ${doubt.came} where ${doubt.asked} was asked for, which is another task of this gate.`,
        `本应返回 ${doubt.asked} 的结果，服务却返回了 ${doubt.came} 的结果，而后者是本门禁的另一个任务。`,
      )
    case 'shared-run':
      return told(
        `The service gave the run id ${doubt.runId} to two tasks of this gate, so its result can be told to belong to neither.`,
        `服务给本门禁的两个任务返回了同一个运行 ID ${doubt.runId}，因此无法判断其结果属于哪个任务。`,
      )
    case 'foreign-run':
      return told(
        `The service gave the run of ${doubt.taskId} the id ${doubt.runId}, which is another task of this gate, so its result cannot be told from that one's.`,
        `服务给 ${doubt.taskId} 的运行返回了 ID ${doubt.runId}，而后者是本门禁的另一个任务，因此无法区分两者的结果。`,
      )
    case 'unreadable':
      return told(
        `The pre-check has ended, but its overall result (${doubt.said}) cannot be read, so it is neither a pass nor a failure.`,
        `预检查已结束，但其总体结果（${doubt.said}）无法识别，因此既不算通过，也不算不通过。`,
      )
    case 'lost-items':
      return lostItems(doubt.items)
    case 'start-lost':
      return told(
        'A finished result is there, but nothing shows that it is of the run that was to be started: it may be an earlier one.',
        '已有一个完成的结果，但没有任何迹象表明它属于应当启动的那次运行：可能是之前的结果。',
      )
    default:
      return assertNever(doubt)
  }
}

function lostItems(items: readonly string[]): Sentence {
  const rest = items.length - ITEMS_NAMED
  const named = items.slice(0, ITEMS_NAMED)
  const english = `${items.length === 1 ? 'the item' : 'the items'} ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  const chinese = `${named.join('、')}${rest > 0 ? ` 以及另外 ${rest} 个` : ''}`
  return told(
    `The finished result lacks ${english}, which an earlier answer of the same run had reported, so it is not whole.`,
    `完成的结果中缺少检查项 ${chinese}，而同一次运行的较早应答中有这些项，因此结果不完整。`,
  )
}
