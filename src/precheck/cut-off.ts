import { ownProblem, type Problem } from './model.ts'
import { inRow, type Sentence, told } from './sentence.ts'

/** A start that the end of the step cut off this soon after it was sent says nothing against the service. */
const START_UNANSWERED_IS_A_FAULT_AFTER_MS = 1_000
/** A read is cut off by the end of the step as often as not, so it has to have gone on for longer than usual. */
const READ_UNANSWERED_IS_A_FAULT_AFTER_MS = 5_000
const TIMES_LONGEST_ANSWERED = 2

const LATER = told(
  'Raise timeout-minutes, or read the result later with mode query.',
  '请增大 timeout-minutes，或稍后用 mode query 读取结果。',
)
const NEVER_MENTIONED = told(
  "The service answered until the step's deadline came, and no answer had a result of this task.",
  '到步骤的截止时间为止服务都有应答，但没有一次应答包含该任务的结果。',
)
const IS_IT_THERE = told(
  'See in the console whether the task is in this project and region and has run a pre-check; only if it is still running there, raise timeout-minutes.',
  '请在控制台查看该任务是否在此项目和区域中，以及是否执行过预检查；只有当它仍在那里运行时，才需要增大 timeout-minutes。',
)
const IF_SENT = told(
  'If the start was sent, a pre-check may be running.',
  '如果启动请求已发出，则可能有预检查正在运行。',
)

export const BEFORE_ITS_END = told(
  'The step was cancelled before the pre-check had ended.',
  '步骤在预检查结束之前被取消。',
)

/** Returns the problem of what a cancelled step did not come to; `message` says before what it was. */
export function cancelledProblem(message: Sentence): Problem {
  return ownProblem('cancelled', message, told('Run the gate again.', '请重新运行门禁。'))
}

export interface CutOff {
  readonly cancelled: boolean
  /** The fault of the last read that ended, null when that was understood. */
  readonly lastFault: Problem | null
  /** How long the request, or the start with what comes before it, has been under way that the end cut off; 0 when none was. */
  readonly unansweredForMs: number
  /** How long the slowest read took that was answered; 0 when none was. */
  readonly longestReadMs: number
  readonly started: boolean
  /** Reads were answered, and none of the answers spoke of the task. */
  readonly unmentioned: boolean
  /** A finished-looking result is there, but it has not proved itself. */
  readonly settling: boolean
  readonly progress: number | null
}

/** Returns why a task has no result when the step ends before it. */
export function cutOffProblem(cut: CutOff): Problem {
  if (cut.cancelled) return cancelledProblem(BEFORE_ITS_END)
  if (isUnanswered(cut)) return withLastFault(unansweredProblem(cut), cut.lastFault)
  if (cut.lastFault !== null) {
    if (cut.started || cut.unansweredForMs === 0) return cut.lastFault
    const again = told(
      'The start was sent again, and a pre-check may be running.',
      '启动请求已再次发出，可能有预检查正在运行。',
    )
    return { ...cut.lastFault, message: inRow(cut.lastFault.message, again) }
  }
  if (cut.settling) {
    return ownProblem(
      'timed-out',
      told(
        "A result was there, but it had not stood unchanged for settle-seconds when the step's deadline came, so it may be old or incomplete.",
        '已有结果，但到步骤的截止时间时，它保持不变的时间还不到 settle-seconds，因此可能是旧的或不完整的。',
      ),
      LATER,
    )
  }
  if (cut.started && cut.unmentioned) return ownProblem('timed-out', NEVER_MENTIONED, IS_IT_THERE)
  return ownProblem(
    'timed-out',
    cut.started ? notFinished(cut.progress) : notStarted(cut.unansweredForMs > 0),
    LATER,
  )
}

function notFinished(progress: number | null): Sentence {
  const at = progress === null ? ['', ''] : [` at ${progress} %`, `（进度 ${progress}%）`]
  return told(
    `The pre-check was not finished${at[0]} when the step's deadline came.`,
    `到步骤的截止时间时，预检查仍未完成${at[1]}。`,
  )
}

function notStarted(isUnderWay: boolean): Sentence {
  const not = told(
    "The pre-check was not started when the step's deadline came.",
    '到步骤的截止时间时，预检查仍未启动。',
  )
  return isUnderWay ? inRow(not, IF_SENT) : not
}

function isUnanswered({ started, unansweredForMs, longestReadMs }: CutOff): boolean {
  if (!started) return unansweredForMs >= START_UNANSWERED_IS_A_FAULT_AFTER_MS
  return (
    unansweredForMs > Math.max(READ_UNANSWERED_IS_A_FAULT_AFTER_MS, longestReadMs * TIMES_LONGEST_ANSWERED)
  )
}

/** What came back before the silence says more of the cause than the silence. */
function withLastFault(unanswered: Problem, lastFault: Problem | null): Problem {
  if (lastFault === null) return unanswered
  const { reason, message, advice } = unanswered
  return {
    ...lastFault,
    reason,
    message: inRow(lastFault.message, message),
    advice: lastFault.advice ?? advice,
  }
}

function unansweredProblem({ started, unansweredForMs }: CutOff): Problem {
  const seconds = Math.round(unansweredForMs / 1_000)
  return ownProblem(
    'service-unavailable',
    started
      ? told(
          `The service had not answered for ${seconds} s when the step's deadline came (trying to read the result).`,
          `到步骤的截止时间时，服务已有 ${seconds} 秒没有应答（正在读取结果）。`,
        )
      : inRow(
          told(
            `The pre-check could not be started within the ${seconds} s before the step's deadline.`,
            `在步骤截止时间之前的 ${seconds} 秒内无法启动预检查。`,
          ),
          IF_SENT,
        ),
    told(
      'Check that the service is up and reachable, then run the gate again with mode query or run.',
      '请确认服务正在运行且可以访问，然后用 mode query 或 run 重新运行门禁。',
    ),
  )
}
