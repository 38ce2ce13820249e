import type { PollView } from './precheck/poller.ts'
import { progressLine } from './report/progress.ts'
import type { PlannedTarget } from './services/definition.ts'

/**
 * Returns an observer that logs one line whenever something changes, and no line that repeats the last. Secrets are
 * taken out of texts before a line is made of them, which folds their blanks.
 */
export function progressLog(
  log: (line: string) => void,
  redact: (text: string) => string,
): (target: PlannedTarget, view: PollView) => void {
  const last = new Map<string, string>()
  return (target, view) => {
    const { done, withoutResult, total, percent, nextRoundInMs } = view
    const noted = noteOf(view)
    const note = noted === null ? null : redact(noted)
    const news = JSON.stringify([done, withoutResult, total, percent, note])
    // While answers are under way nothing is known of the next poll; the line waits for it.
    if (last.get(target.name) === news || (nextRoundInMs === null && done < total)) return
    last.set(target.name, news)
    const label = redact(target.name)
    log(progressLine({ label, done, withoutResult, total, percent, nextPollMs: nextRoundInMs, note }))
  }
}

function noteOf({ throttled, trouble, settling }: PollView): string | null {
  if (throttled) return 'the service throttles'
  if (trouble !== null) return `will try again: ${trouble}`
  return settling > 0 ? `${settling} finished, waiting to see whether the result stays` : null
}
