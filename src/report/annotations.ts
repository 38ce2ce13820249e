import type { Step } from '../catalogue/steps.ts'
import { failsStep } from '../precheck/verdict.ts'
import { adviceText } from './advice.ts'
import { type Dossier, LEVELS, type Level } from './dossier.ts'
import { logText } from './escape.ts'
import { type Finding, type FindingGroup, titlesOf } from './findings.ts'
import { factLine, factsOf } from './readable.ts'
import type { ReportTask } from './schema.ts'
import { endedAlike, errorsOf } from './tasks.ts'
import { clip, firstFew } from './text.ts'
import { countWords, ERROR_MAX_CHARACTERS, statusWords, taskName, type Words } from './words.ts'

/** The runner shows this many of each level per step and drops the rest (`ExecutionContext.cs`). */
export const ANNOTATIONS_MAX_PER_LEVEL = 10
/** The runner cuts longer messages. */
export const ANNOTATION_MAX_CHARACTERS = 4096
const TITLE_MAX_CHARACTERS = 160
const ONE_TITLE_MAX_CHARACTERS = 80
const LINE_MAX_CHARACTERS = 1_100
const FINDINGS_PER_ANNOTATION = 8
/** Each can be a thousand characters long, and what to do stands behind them. */
const MESSAGES_PER_ANNOTATION = 2
const OBJECTS_PER_FACT = 5

/** Safe to hand to `core.error` and its like: no text in it can form another command. */
export interface Annotation {
  readonly level: Level
  readonly title: string
  readonly message: string
  /** A line of the checked-out commit that it is about. */
  readonly place?: NonNullable<ReportTask['place']>
}

/**
 * Returns the annotations in the order in which they are to be written: the verdict first, then notices of
 * level error, what kept tasks from a result, findings, and the other notices. `placed`: whether the lines at which the
 * report says tasks are listed are those of the checked-out commit.
 */
export function annotationsOf(dossier: Dossier, placed = false): readonly Annotation[] {
  const { report, words, notes } = dossier
  const failing: Level = failsStep(report.gate) ? 'error' : 'warning'
  const noted = (errors: boolean) =>
    notes
      .filter(({ level }) => (level === 'error') === errors)
      .map(({ level, text }) => annotation(level, words.gate, [text]))
  const all = [
    verdictAnnotation(dossier, failing),
    ...noted(true),
    ...report.problems.map(problem => annotation(failing, words.decision.inconclusive, [problem])),
    ...tasksWithoutResult(dossier, failing),
    ...dossier.groups.map(group => findingAnnotation(group, dossier, failing)),
    ...noted(false),
  ]
  const shown = LEVELS.flatMap(level =>
    capped(
      all.filter(entry => entry.level === level),
      words,
    ),
  )
  return placed ? shown : shown.map(({ level, title, message }) => ({ level, title, message }))
}

function verdictAnnotation({ report, words }: Dossier, failing: Level): Annotation {
  const { name, decision, reasonCode } = report.gate
  const level = decision === 'passed' || decision === 'validated' ? 'notice' : failing
  return annotation(level, `${words.decision[decision]}${words.colon}${name}`, [
    `${words.reason[reasonCode]} (${reasonCode})`,
    `${countWords(report)}${words.stop.trim()}`,
  ])
}

/** Tasks without a result for one cause stand in one: a sign-in that is refused stops them all. */
function tasksWithoutResult({ tasks, targetOf, words }: Dossier, failing: Level): readonly Annotation[] {
  return endedAlike(tasks.map(({ task }) => task)).map(same => {
    const [{ reasonCode, place }] = same
    const { messages, first } = errorsOf(same)
    const names = same.map(task => taskName(task, targetOf.get(task)))
    const what =
      same.length === 1
        ? `${words.noResult}${words.colon}${names[0]}`
        : words.noResultOf(same.length, tasks.length)
    const lines = [
      `${words.reason[reasonCode]} (${reasonCode})`,
      same.length === 1
        ? null
        : `${words.inTasks}${words.colon}${firstFew(names, FINDINGS_PER_ANNOTATION, name => name, words.more).join(words.list)}`,
      ...firstFew(messages, MESSAGES_PER_ANNOTATION, text => clip(text, ERROR_MAX_CHARACTERS), words.more),
      first?.advice ? `${words.whatToDo}${words.colon}${first.advice}` : null,
    ]
    return annotation(failing, what, lines, place)
  })
}

function findingAnnotation(group: FindingGroup, dossier: Dossier, failing: Level): Annotation {
  const { report, words } = dossier
  const counts = group.severity === 'failed' || report.gate.failOn === 'warning'
  const { findings } = group
  const titles = titlesOf(group, words, text => clip(text, ONE_TITLE_MAX_CHARACTERS))
  const title = `${words.status[group.severity]}${words.colon}${titles}`
  // What to do about one item may be beside the point when several fail for one reason, unless it is the same for all.
  const isOne = new Set(findings.map(({ item }) => item.suggestion)).size === 1
  const lines = [
    ...firstFew(findings, FINDINGS_PER_ANNOTATION, one => findingLine(one, dossier), words.andMore.findings),
    ...adviceLines(isOne ? (findings[0]?.item.steps ?? []) : [], words),
  ]
  return annotation(counts ? failing : 'warning', title, lines, findings[0]?.task.place)
}

function adviceLines(steps: readonly Step[], words: Words): readonly string[] {
  if (steps.length === 0) return []
  const heading = `${words.whatToDo}${words.colon}`
  if (steps.length === 1) return [`${heading}${adviceText(steps)}`]
  return [heading.trim(), ...steps.map((step, index) => `${index + 1}. ${adviceText([step])}`)]
}

function findingLine({ task, item }: Finding, { targetOf, words }: Dossier): string {
  const found = factsOf(item.detail).map(fact => factLine(fact, OBJECTS_PER_FACT, words))
  const facts = [item.reason, ...found].filter(text => text !== null).join(words.semicolon)
  return `${taskName(task, targetOf.get(task))}: ${item.id}: ${statusWords(item, words)}${facts === '' ? '' : `: ${facts}`}`
}

/** Lines are made safe one by one; the breaks between them are ours, and the toolkit encodes those. */
function annotation(
  level: Level,
  title: string,
  lines: readonly (string | null)[],
  place: ReportTask['place'] = null,
): Annotation {
  const message = lines.filter(line => line !== null).map(line => logText(clip(line, LINE_MAX_CHARACTERS)))
  return {
    level,
    title: logText(clip(title, TITLE_MAX_CHARACTERS)),
    message: clip(message.join('\n'), ANNOTATION_MAX_CHARACTERS),
    ...(place === null ? {} : { place: { file: logText(place.file), line: place.line } }),
  }
}

function capped(annotations: readonly Annotation[], words: Words): readonly Annotation[] {
  if (annotations.length <= ANNOTATIONS_MAX_PER_LEVEL) return annotations
  const kept = annotations.slice(0, ANNOTATIONS_MAX_PER_LEVEL - 1)
  const more = words.andMore.annotations(annotations.length - kept.length)
  const [first] = annotations
  if (first === undefined) return kept
  return [...kept, { level: first.level, title: more, message: `${more} ${words.annotationsLeft}` }]
}
