import type { Dossier } from './dossier.ts'
import { capped, code, type Limits, labelMarkdown, strong, title } from './summary-markdown.ts'
import { shownTime } from './tasks.ts'

const FIXED_SHOWN = 10

/** Yields what has changed since the earlier report; nothing where there is none. */
export function* baselineLines(
  { report, words, tasks, targetOf }: Dossier,
  limits: Limits,
): Generator<string> {
  const { baseline } = report
  if (baseline === null) return
  const { decision, finishedAt, fixedItems } = baseline
  const changes = (['new', 'still', 'fixed', 'notSeen'] as const)
    .filter(kind => kind !== 'notSeen' || baseline.notSeen > 0)
    .map(kind => words.change[kind](baseline[kind]))
  const since = words.sinceReport(shownTime(finishedAt), words.outcome[decision])
  yield strong(`${since} ${changes.join(words.list)}${words.stop.trim()}`)
  yield ''
  if (fixedItems.length === 0) return
  const labels = new Map(tasks.map(({ task }) => [task.id, labelMarkdown(task, targetOf)]))
  yield* capped(
    fixedItems,
    Math.min(FIXED_SHOWN, limits.rows),
    ({ title: name, item, task }) => [
      `- ${words.fixedOne(`${title(name)} ${code(item)}`, labels.get(task) ?? code(task))}`,
    ],
    more => `- ${words.andMore.fixed(more)}`,
  )
  yield ''
}
