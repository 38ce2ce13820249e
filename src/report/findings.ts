import type { Catalogue, ReasonExplanation } from '../catalogue/catalogue.ts'
import { withoutMark } from '../precheck/item-name.ts'
import { factsOf, factsOfJson } from './readable.ts'
import type { Report, ReportItem, ReportTarget, ReportTask } from './schema.ts'
import type { Words } from './words-en.ts'

/** Titles in one heading. */
const TITLES_SHOWN = 2

export type Severity = 'failed' | 'warning'

/** One check item of one task that somebody has to look at. */
export interface Finding {
  readonly target: ReportTarget
  readonly task: ReportTask
  readonly item: ReportItem
}

/** The same check item, found in one or several tasks. */
export interface FindingItem {
  readonly item: ReportItem
  readonly findings: readonly Finding[]
  /** What it mostly comes from; empty for a check that is not known. */
  readonly causes: readonly string[]
  /** What the catalogue says of it is database knowledge, not from the documentation of the service. */
  readonly isGeneral: boolean
  /** Its link leads to a list of checks. */
  readonly hasListOnly: boolean
  /** Its place in the blocking order, 0 is first. */
  readonly blocking: number
}

/** Findings with one reason: fixing that reason is likely to settle them all. */
export interface FindingGroup {
  /** Its place among all, counted from 1. */
  readonly number: number
  readonly severity: Severity
  readonly service: string
  /** null where the service gave none; such findings are one group per check item. */
  readonly reason: string | null
  /** null for a reason that is not known. */
  readonly known: ReasonExplanation | null
  readonly items: readonly FindingItem[]
  /** Its place in the blocking order: that of its first item. */
  readonly blocking: number
  /** In the order of the items. */
  readonly findings: readonly Finding[]
  /** Those that it is found in, each once. */
  readonly tasks: readonly ReportTask[]
  /** The service's list of checks. */
  readonly list: string | null
}

/** Returns how the item weighs as a finding, or null when it is none. Skipped weighs like a warning. */
export function severityOf(item: ReportItem): Severity | null {
  if (item.waiver !== null) return null
  if (item.status === 'failed') return 'failed'
  return item.status === 'warning' || item.status === 'skipped' ? 'warning' : null
}

/** Returns all findings, failed ones first, otherwise in the order of the report. */
export function findingsOf(report: Report): readonly Finding[] {
  const failed: Finding[] = []
  const warnings: Finding[] = []
  for (const target of report.targets) {
    for (const task of target.tasks) {
      for (const item of task.items) {
        const severity = severityOf(item)
        if (severity !== null) (severity === 'failed' ? failed : warnings).push({ target, task, item })
      }
    }
  }
  return [...failed, ...warnings]
}

/**
 * Returns the findings grouped by equal reason, with what the catalogue knows of them: failed groups first, then in blocking
 * order, then the ones that hold up most tasks and settle most findings, otherwise in the order of the report.
 */
export function findingGroups(report: Report, catalogue: Catalogue): readonly FindingGroup[] {
  const keyOf = ({ target, item }: Finding) =>
    JSON.stringify([severityOf(item), target.service, item.reason, item.reason === null ? item.id : null])
  return sameBy(findingsOf(report), keyOf)
    .map(same => groupOf(same, catalogue))
    .toSorted(
      (one, other) =>
        orderOf(one) - orderOf(other) ||
        one.blocking - other.blocking ||
        other.tasks.length - one.tasks.length ||
        other.findings.length - one.findings.length,
    )
    .map((group, index) => ({ ...group, number: index + 1 }))
}

const orderOf = ({ severity }: Pick<FindingGroup, 'severity'>) => (severity === 'failed' ? 0 : 1)

function groupOf(findings: Same<Finding>, catalogue: Catalogue): Omit<FindingGroup, 'number'> {
  const [{ item, target }] = findings
  const { service } = target
  const items = itemsOf(findings, catalogue)
  return {
    severity: severityOf(item) ?? 'warning',
    service,
    reason: item.reason,
    known: item.reason === null ? null : catalogue.reason(service, item.reason),
    items,
    blocking: items[0]?.blocking ?? 0,
    findings: items.flatMap(same => same.findings),
    tasks: [...new Set(findings.map(({ task }) => task))],
    list: catalogue.index(service),
  }
}

/** Returns what failed, in the words of the service: how many there are says nothing to somebody who reads a list. */
export function titlesOf({ items }: FindingGroup, words: Words, written: (title: string) => string): string {
  const titles = [...new Set(items.map(({ item }) => item.title))]
  const shown = titles.slice(0, TITLES_SHOWN).map(written).join(words.list)
  return titles.length > TITLES_SHOWN
    ? `${shown} ${words.andMore.items(titles.length - TITLES_SHOWN)}`
    : shown
}

/** Returns the first item of a group for each page that its items lead to. */
export function documentedIn({ items }: FindingGroup): readonly (FindingItem & { readonly doc: string })[] {
  const docs = new Map<string, FindingItem & { readonly doc: string }>()
  for (const one of items) {
    const { doc } = one.item
    if (doc !== null && !docs.has(doc)) docs.set(doc, { ...one, doc })
  }
  return [...docs.values()]
}

/** Something that the service says of a group. */
export interface Found<T> {
  readonly part: T
  /** The items that it is said of, and the tasks that it is said in; empty where that is all of the group. */
  readonly titles: readonly string[]
  readonly tasks: readonly ReportTask[]
}

/** Returns what the service says of a group: equal texts once, in the order of the report. */
export function evidenceOf(group: FindingGroup) {
  return {
    found: onceIn(group, item => factsOf(item.detail)),
    subJobs: onceIn(group, ({ subJobs }) => (subJobs.length === 0 ? [] : [subJobs])),
    blackObjects: onceIn(group, item => factsOfJson(item.blackObjects)),
    skips: onceIn(group, ({ skippable, skipConsequence }) =>
      skippable === true ? [{ consequence: skipConsequence }] : [],
    ),
  }
}

function onceIn<T>(group: FindingGroup, partsOf: (item: ReportItem) => readonly T[]): readonly Found<T>[] {
  const found = new Map<string, { part: T; findings: Finding[] }>()
  for (const finding of group.findings) {
    for (const part of partsOf(finding.item)) {
      const key = JSON.stringify(part)
      const same = found.get(key)
      if (same === undefined) found.set(key, { part, findings: [finding] })
      else if (same.findings.at(-1) !== finding) same.findings.push(finding)
    }
  }
  const titleCount = new Set(group.items.map(({ item }) => item.title)).size
  return [...found.values()].map(({ part, findings }) => {
    const titles = [...new Set(findings.map(({ item }) => item.title))]
    const tasks = [...new Set(findings.map(({ task }) => task))]
    return {
      part,
      titles: titles.length === titleCount ? [] : titles,
      tasks: tasks.length === group.tasks.length ? [] : tasks,
    }
  })
}

/** In blocking order: where several fail for one reason, the item that it is about stands before those that it drags along. */
function itemsOf(findings: readonly Finding[], catalogue: Catalogue): readonly FindingItem[] {
  return sameBy(findings, ({ item }) => JSON.stringify([item.id, item.title, item.suggestion]))
    .map(same => itemOf(same, catalogue))
    .toSorted((one, other) => one.blocking - other.blocking)
}

function itemOf(findings: Same<Finding>, catalogue: Catalogue): FindingItem {
  const [{ item, target }] = findings
  // What the catalogue goes by is the last part of an id: a side or a role may stand before it.
  const topic = withoutMark(item.id.slice(item.id.lastIndexOf('/') + 1))
  const known = catalogue.item(target.service, topic)
  return {
    item,
    findings,
    causes: known?.causes ?? [],
    isGeneral: known?.isGeneral ?? false,
    hasListOnly: item.doc !== null && catalogue.isList(item.doc),
    blocking: catalogue.rank(target.service, topic, item.group),
  }
}

export type Same<T> = readonly [T, ...T[]]

/** Returns the values, those of one key together, in their order. */
export function sameBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly Same<T>[] {
  return [...Map.groupBy(values, keyOf).values()].flatMap(([first, ...rest]): readonly Same<T>[] =>
    first === undefined ? [] : [[first, ...rest]],
  )
}
