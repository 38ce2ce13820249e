import { isFinding } from '../precheck/fingerprint.ts'
import { xmlLine } from './escape.ts'
import { severityOf } from './findings.ts'
import { factLine, factsOf } from './readable.ts'
import type { Report, ReportItem, ReportTarget, ReportTask } from './schema.ts'
import { clip } from './text.ts'
import { type Words, wordsIn } from './words.ts'
import { element, textElement } from './xml.ts'

/**
 * The result as JUnit XML, in the subset that both usual schemas accept (the one of Ant's JUnitReport and
 * the one of Jenkins' xUnit plugin, version 10): no attributes on `testsuites`, properties on the suite
 * only, at most one outcome per case, a time stamp without zone. That is why a warning's property stands
 * in the suite, named after its case.
 */

const NAME_MAX_CHARACTERS = 500
const MESSAGE_MAX_CHARACTERS = 1000
const OBJECTS_PER_FACT = 100

/** Readers of test reports keep every case in memory; beyond this many items only findings are cases. */
export const ITEMS_WRITTEN_MOST = 100_000

/** The name of the case for what is wrong with none of the items. */
const WHOLE = 'pre-check as a whole'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
const TAIL = '</testsuites>\n'

type Outcome = 'failure' | 'error' | 'skipped' | null

interface Case {
  readonly name: string
  readonly outcome: Outcome
  /** The reason code, item status or failed reason that stands behind the outcome. */
  readonly type: string
  readonly message: string
  readonly text: string
  /** Said in the suite's properties when the case passed all the same. */
  readonly warning: string | null
}

interface Suite {
  readonly name: string
  readonly package: string
  /** What its cases are told by from those of all other suites: readers merge cases of one class and name. */
  readonly classname: string
  readonly hostname: string
  readonly properties: readonly (readonly [string, string | null])[]
  readonly cases: readonly Case[]
}

/**
 * Yields the JUnit XML: one suite per task, or one for the gate when no task was reached. Every failed or inconclusive
 * task has at least one case that is not passed. One suite after the other, each let go of once it is text: a tree of
 * 30,000 check items takes 100 MiB.
 */
export function* junitTexts(report: Report): Generator<string> {
  yield HEAD
  let id = 0
  for (const suite of suitesOf(report)) {
    yield suiteElement(suite, id, report)
    id += 1
  }
  yield TAIL
}

function* suitesOf(report: Report): Generator<Suite> {
  const nothingReached = report.targets.every(target => target.tasks.length === 0)
  if (nothingReached || report.problems.length > 0) yield gateSuite(report)
  const classes = new Unique(line(report.gate.name))
  for (const target of report.targets) {
    // A suite without a case is shown as a green one by some.
    for (const task of target.tasks.filter(task => task.outcome !== 'validated')) {
      const classname = classes.of(line(`${target.name}.${task.label ?? task.id}`))
      yield suiteOf(report, target, task, classname)
    }
  }
}

function gateSuite(report: Report): Suite {
  const { name, decision, reasonCode, language } = report.gate
  const outcome: Outcome = decision === 'passed' ? null : decision === 'failed' ? 'failure' : 'error'
  const why = wordsIn(language).reason[reasonCode]
  const problems: readonly string[] = report.problems.length > 0 ? report.problems : [why]
  const cases = problems.map((problem, index) => ({
    name: `configuration ${index + 1}`,
    outcome,
    type: reasonCode,
    message: problem,
    text: problem,
    warning: null,
  }))
  const properties = [['reason-code', reasonCode]] as const
  return { name, package: name, classname: name, hostname: 'localhost', properties, cases }
}

function suiteOf(report: Report, target: ReportTarget, task: ReportTask, classname: string): Suite {
  const warningsFail = report.gate.failOn === 'warning'
  const words = wordsIn(report.gate.language)
  const isLarge = report.counts.total > ITEMS_WRITTEN_MOST
  const shown = isLarge ? task.items.filter(item => isFinding(item.status)) : task.items
  const names = new Unique(WHOLE)
  const items = shown.map(item => itemCase(item, names.of(line(item.id)), warningsFail, words))
  return {
    // Readers put suites of one name together.
    name: classname,
    package: target.name,
    classname,
    hostname: URL.canParse(target.endpoint) ? new URL(target.endpoint).host : '',
    properties: [
      ['task', task.id],
      ['service', target.service],
      ['mode', target.mode],
      ['precheck-id', task.precheckId],
      ['outcome', task.outcome],
      ['reason-code', task.reasonCode],
      ['freshness', task.freshness],
      ['check-items', String(task.items.length)],
      ['left-out', isLarge ? String(task.items.length - shown.length) : null],
      ...items
        .filter(({ warning }) => warning !== null)
        .map(({ name, warning }) => [`warning: ${name}`, warning] as const),
    ],
    cases: [...taskCases(task, items, words), ...items],
  }
}

/** What is wrong with the task as a whole, and so with none of its items. */
function taskCases(task: ReportTask, items: readonly Case[], words: Words): readonly Case[] {
  const type = task.reasonCode
  const message = task.error?.message ?? words.reason[task.reasonCode]
  const text = [message, task.error?.advice ?? null].filter(line => line !== null).join('\n')
  const whole = { name: WHOLE, type, message, text, warning: null }
  if (task.outcome === 'inconclusive' || task.error !== null) return [{ ...whole, outcome: 'error' }]
  const silent = task.outcome === 'failed' && items.every(item => item.outcome !== 'failure')
  return silent ? [{ ...whole, outcome: 'failure' }] : []
}

function itemCase(item: ReportItem, name: string, warningsFail: boolean, words: Words): Case {
  const outcome = outcomeOf(item, warningsFail)
  const isWarning = severityOf(item) === 'warning' && outcome === null
  // Nothing but its name is written, and most are.
  if (outcome === null && !isWarning) return { name, outcome, type: '', message: '', text: '', warning: null }
  const { reason, waiver } = item
  const accepted = waiver && words.acceptedBy(waiver.owner, waiver.expires, waiver.reason)
  const facts = factsOf(item.detail).map(fact => factLine(fact, OBJECTS_PER_FACT, words))
  const title = item.title === item.id ? null : item.title
  const lines = [
    title,
    accepted,
    reason,
    ...facts,
    item.suggestion && `${words.whatToDo}${words.colon}${item.suggestion}`,
    item.doc,
  ]
  return {
    name,
    outcome,
    type: item.waiver === null ? item.status : 'waived',
    message: accepted ?? reason ?? item.title,
    text: lines.filter(line => line !== null).join('\n'),
    warning: isWarning ? (reason ?? item.status) : null,
  }
}

function outcomeOf(item: ReportItem, warningsFail: boolean): Outcome {
  if (item.waiver !== null) return 'skipped'
  const severity = severityOf(item)
  if (severity === 'failed') return 'failure'
  if (severity === 'warning') return warningsFail ? 'failure' : null
  return item.status === 'passed' ? null : 'error'
}

function suiteElement(suite: Suite, id: number, report: Report): string {
  const counts = { failure: 0, error: 0, skipped: 0 }
  for (const { outcome } of suite.cases) if (outcome !== null) counts[outcome] += 1
  const properties = suite.properties.flatMap(([name, value]) =>
    value === null
      ? []
      : [element('property', { name: line(name), value: line(value, MESSAGE_MAX_CHARACTERS) })],
  )
  const attributes = {
    name: line(suite.name),
    package: line(suite.package),
    id,
    timestamp: report.startedAt.slice(0, 'YYYY-MM-DDThh:mm:ss'.length),
    hostname: line(suite.hostname),
    tests: suite.cases.length,
    failures: counts.failure,
    errors: counts.error,
    skipped: counts.skipped,
    // How long one task took is not known; the gate's time would be counted once per suite.
    time: 0,
  }
  return element('testsuite', attributes, [
    element('properties', {}, properties),
    ...suite.cases.map(entry => caseElement(entry, suite)),
    element('system-out', {}),
    element('system-err', {}),
  ])
}

function caseElement(entry: Case, suite: Suite): string {
  const attributes = { name: line(entry.name), classname: suite.classname, time: 0 }
  if (entry.outcome === null) return element('testcase', attributes)
  const said = { type: line(entry.type), message: line(entry.message, MESSAGE_MAX_CHARACTERS) }
  return element('testcase', attributes, [textElement(entry.outcome, said, entry.text)])
}

/** An attribute must not be blank where the schema wants a token. */
function line(text: string, maxCharacters = NAME_MAX_CHARACTERS): string {
  return xmlLine(clip(text, maxCharacters)).trim() || '-'
}

/** Gives names out once: cleaned for XML, two different ones can become one. */
class Unique {
  readonly #given: Set<string>

  constructor(...taken: readonly string[]) {
    this.#given = new Set(taken)
  }

  of(name: string): string {
    let own = name
    for (let n = 2; this.#given.has(own); n += 1) own = `${name} (${n})`
    this.#given.add(own)
    return own
  }
}
