import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Redact } from '../precheck/fingerprint.ts'
import type { Sentence } from '../precheck/sentence.ts'
import { type FindingGroup, findingGroups } from './findings.ts'
import type { Report, ReportTarget, ReportTask } from './schema.ts'
import { targetsNamed, type Words, wordsIn } from './words.ts'

export const LEVELS = ['error', 'warning', 'notice'] as const
export type Level = (typeof LEVELS)[number]

/** Something the run has to say besides its verdict. */
export interface Notice {
  readonly level: Level
  readonly text: Sentence
}

/** A task with the number that its part of the list of items goes by. */
export interface PlacedTask {
  readonly number: number
  readonly target: ReportTarget
  readonly task: ReportTask
}

/**
 * All that the outputs say. Every one of them is a projection of it, and none sees a text that has not been searched for
 * secrets as it came in: report and catalogue are when they come here, notices are here.
 */
export interface Dossier {
  readonly report: Report
  readonly words: Words
  /** What was found, in the order in which it is to be fixed, with what the catalogue knows of it. */
  readonly groups: readonly FindingGroup[]
  readonly tasks: readonly PlacedTask[]
  /** The targets of tasks whose name says too little alone. */
  readonly targetOf: ReadonlyMap<ReportTask, string>
  /** The first group of findings that a task is in, by its number (reports count from 1), and the title of what the task has of it. */
  readonly firstToFix: ReadonlyMap<ReportTask, { readonly number: number; readonly title: string }>
  /** Notices in the language of the report. */
  readonly notes: readonly { readonly level: Level; readonly text: string }[]
  /** Adds to the notes what comes up while the dossier is being written down. */
  readonly say: (...notices: readonly Notice[]) => void
}

/** Returns the dossier of a report, whose own texts and those of the catalogue are without secrets already. */
export function buildDossier(
  report: Report,
  catalogue: Catalogue,
  notices: readonly Notice[],
  redact: Redact,
): Dossier {
  const groups = findingGroups(report, catalogue)
  const firstToFix = new Map<ReportTask, { number: number; title: string }>()
  for (const { number, items } of groups) {
    for (const { findings, item } of items) {
      const first = { number, title: item.title }
      for (const { task } of findings) if (!firstToFix.has(task)) firstToFix.set(task, first)
    }
  }
  const tasks = report.targets
    .flatMap(target => target.tasks.map(task => ({ target, task })))
    .map((placed, index) => ({ ...placed, number: index + 1 }))
  const { language } = report.gate
  const notes: Dossier['notes'][number][] = []
  const say = (...more: readonly Notice[]) =>
    void notes.push(...more.map(({ level, text }) => ({ level, text: redact(text.in(language)) })))
  say(...notices)
  const words = wordsIn(language)
  return { report, words, groups, tasks, targetOf: targetsNamed(report), firstToFix, notes, say }
}
