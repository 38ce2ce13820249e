import type { Dossier } from './dossier.ts'
import { capped, code, type Limits, prose, strong } from './summary-markdown.ts'
import { shownTime } from './tasks.ts'
import { duration } from './text.ts'
import type { Words } from './words.ts'

const LEVEL_ORDER = { error: 0, warning: 1, notice: 2 } as const

/** Yields what the run has to say besides its verdict, warnings first. */
export function* noteLines({ notes, words }: Dossier, limits: Limits): Generator<string> {
  if (notes.length === 0) return
  yield `### ${words.notes}`
  yield ''
  yield* capped(
    notes.toSorted((a, b) => LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level]),
    limits.rows,
    ({ level, text }) => [
      `- ${level === 'notice' ? '' : `${strong(words.level[level] + words.colon.trim())} `}${prose(text)}`,
    ],
    more => `- ${words.andMore.notes(more)}`,
  )
  yield ''
}

/** Where the report files are; null for one that could not be written. */
export interface Written {
  readonly reportPath: string | null
  readonly htmlPath: string | null
}

/** Yields how long it took, and where the whole report is for how long. */
export function* timingLines({ report, words }: Dossier, written: Written): Generator<string> {
  const { startedAt, finishedAt, requests, polls } = report
  const took = duration(Date.parse(finishedAt) - Date.parse(startedAt), words)
  yield '---'
  yield ''
  yield words.took(shownTime(startedAt), took, requests, polls)
  yield ''
  yield whereabouts(written, words)
}

function whereabouts({ reportPath, htmlPath }: Written, words: Words): string {
  if (htmlPath !== null && reportPath !== null) return words.wholeReport(code(htmlPath), code(reportPath))
  const written = reportPath ?? htmlPath
  return written === null ? words.reportLost : words.reportPart(code(written))
}
