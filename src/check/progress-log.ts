import type { PollView } from '../precheck/poller.ts'
import type { Language } from '../precheck/sentence.ts'

import { progressLine } from '../report/progress.ts'
import { type Words, wordsIn } from '../report/words.ts'
import type { PlannedTarget } from '../services/definition.ts'

/**
 * Returns an observer that logs one line whenever something changes, and no line that repeats the last. Secrets are
 * taken out of texts before a line is made of them, which folds their blanks.
 */
export function progressLog(
  log: (line: string) => void,
  redact: (text: string) => string,
  language: Language,
): (target: PlannedTarget, view: PollView) => void {
  const words = wordsIn(language)
  const last = new Map<string, string>()
  return (target, view) => {
    const { done, withoutResult, total, percent, nextRoundInMs } = view
    const noted = noteOf(view, words, language)
    const note = noted === null ? null : redact(noted)
    const news = JSON.stringify([done, withoutResult, total, percent, note])
    // While answers are under way nothing is known of the next poll; the line waits for it.
    if (last.get(target.name) === news || (nextRoundInMs === null && done < total)) return
    last.set(target.name, news)
    log(progressLine(redact(target.name), view, note, words))
  }
}

function noteOf(
  { throttled, trouble, settling }: PollView,
  { poll }: Words,
  language: Language,
): string | null {
  if (throttled) return poll.throttled
  if (trouble !== null) return poll.again(trouble.in(language))
  return settling > 0 ? poll.settling(settling) : null
}
