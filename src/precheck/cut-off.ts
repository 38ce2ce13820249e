import type { Problem } from './model.ts'
import { ownProblem } from './own-problem.ts'

/** A start that the end of the step cut off this soon after it was sent says nothing against the service. */
const START_UNANSWERED_IS_A_FAULT_AFTER_MS = 1_000
/** A read is cut off by the end of the step as often as not, so it has to have gone on for longer than usual. */
const READ_UNANSWERED_IS_A_FAULT_AFTER_MS = 5_000
const TIMES_LONGEST_ANSWERED = 2

const MAY_RUN = 'a pre-check may be running.'

export interface CutOff {
  readonly cancelled: boolean
  /** The fault of the last read that ended, null when that was understood. */
  readonly lastFault: Problem | null
  /** How long the request, or the start with what comes before it, has been under way that the end cut off; null when none was. */
  readonly unansweredForMs: number | null
  /** How long the slowest read took that was answered; 0 when none was. */
  readonly longestReadMs: number
  readonly started: boolean
  /** A finished-looking result is there, but it has not proved itself. */
  readonly settling: boolean
  readonly progress: number | null
}

/** Returns why a task has no result when the step ends before it. */
export function cutOffProblem(cut: CutOff): Problem {
  if (cut.cancelled) {
    return ownProblem(
      'cancelled',
      'The step was cancelled before the pre-check had ended.',
      'Run the gate again.',
    )
  }
  const unanswered = cut.unansweredForMs ?? 0
  if (isUnanswered(unanswered, cut)) return unansweredProblem(unanswered, cut)
  if (cut.lastFault !== null) {
    if (cut.started || unanswered === 0) return cut.lastFault
    return { ...cut.lastFault, message: `${cut.lastFault.message} The start was sent again, and ${MAY_RUN}` }
  }
  if (cut.settling) {
    return ownProblem(
      'timed-out',
      "A result was there, but it had not stood unchanged for settle-seconds when the step's deadline came, so it may be old or incomplete.",
      'Raise timeout-minutes, or read the result later with mode query.',
    )
  }
  const at = cut.progress === null ? '' : ` at ${cut.progress} %`
  return ownProblem(
    'timed-out',
    cut.started
      ? `The pre-check was not finished${at} when the step's deadline came.`
      : `The pre-check was not started when the step's deadline came.${unanswered > 0 ? ` If the start was sent, ${MAY_RUN}` : ''}`,
    'Raise timeout-minutes, or read the result later with mode query.',
  )
}

function isUnanswered(forMs: number, { started, longestReadMs }: CutOff): boolean {
  if (!started) return forMs >= START_UNANSWERED_IS_A_FAULT_AFTER_MS
  return forMs > READ_UNANSWERED_IS_A_FAULT_AFTER_MS && forMs > longestReadMs * TIMES_LONGEST_ANSWERED
}

function unansweredProblem(forMs: number, { started }: CutOff): Problem {
  const seconds = Math.round(forMs / 1_000)
  return ownProblem(
    'service-unavailable',
    started
      ? `The service had not answered for ${seconds} s when the step's deadline came (trying to read the result).`
      : `The pre-check could not be started within the ${seconds} s before the step's deadline. If the start was sent, ${MAY_RUN}`,
    'Check that the service is up and reachable, then run the gate again with mode query or run.',
  )
}
