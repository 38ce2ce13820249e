import type { Explain } from './explain.ts'
import { type Fact, factsOf } from './readable.ts'
import type { Report, ReportItem, ReportTarget, ReportTask } from './schema.ts'

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
}

/** Findings with one reason: fixing that reason is likely to settle them all. */
export interface FindingGroup {
  readonly severity: Severity
  readonly service: string
  /** null where the service gave none; such findings are one group per check item. */
  readonly reason: string | null
  readonly items: readonly FindingItem[]
  readonly findingCount: number
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
 * Returns the findings grouped by equal reason: failed groups first, then in blocking order, then the ones that hold up
 * most tasks and settle most findings, otherwise in the order of the report.
 */
export function findingGroups(report: Report, { rank: placeOf }: Explain): readonly FindingGroup[] {
  const groups = Map.groupBy(findingsOf(report), ({ target, item }) =>
    JSON.stringify([severityOf(item), target.service, item.reason, item.reason === null ? item.id : null]),
  )
  const described = [...groups.values()].flatMap(
    (findings): (FindingGroup & ReturnType<typeof weightOf>)[] => {
      const [first] = findings
      if (first === undefined) return []
      const group = {
        ...weightOf(findings, placeOf),
        severity: severityOf(first.item) ?? 'warning',
        service: first.target.service,
        reason: first.item.reason,
        items: itemsOf(findings),
        findingCount: findings.length,
      }
      return [group]
    },
  )
  const rank = (group: FindingGroup) => (group.severity === 'failed' ? 0 : 1)
  return described.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.blocking - b.blocking ||
      b.taskCount - a.taskCount ||
      b.findingCount - a.findingCount,
  )
}

function weightOf(findings: readonly Finding[], placeOf: Explain['rank']) {
  return {
    // What it holds up: that of the item that comes first in the blocking order.
    // Not as arguments of one call: a merge can have more findings for one reason than fit on the stack.
    blocking: findings.reduce(
      (least, { target, item }) => Math.min(least, placeOf(target.service, item.id, item.group)),
      Number.POSITIVE_INFINITY,
    ),
    taskCount: new Set(findings.map(({ task }) => task)).size,
  }
}

/** Returns the tasks that findings are of, each once. */
export function tasksOf(findings: readonly Finding[]): readonly ReportTask[] {
  return [...new Set(findings.map(({ task }) => task))]
}

export function findingsIn({ items }: FindingGroup): readonly Finding[] {
  return items.flatMap(({ findings }) => findings)
}

/** Returns what failed, in the words of the service: how many there are says nothing to somebody who reads a list. */
export function titlesOf({ items }: FindingGroup): {
  readonly shown: readonly string[]
  readonly more: number
} {
  const titles = [...new Set(items.map(({ item }) => item.title))]
  const shown = titles.slice(0, TITLES_SHOWN)
  return { shown, more: titles.length - shown.length }
}

/** Something that was found, with all findings that it stands in. */
export interface Found<T> {
  readonly part: T
  readonly findings: readonly Finding[]
}

/** Returns what was found, equal texts once, in the order of the report. */
export function foundIn(group: FindingGroup): readonly Found<Fact>[] {
  return onceIn(group, item => factsOf(item.detail))
}

/** Returns what the findings of a group consist of, each part once with where it is from. */
export function onceIn<T>(
  group: FindingGroup,
  partsOf: (item: ReportItem) => readonly T[],
): readonly Found<T>[] {
  const found = new Map<string, { part: T; findings: Finding[] }>()
  for (const finding of findingsIn(group)) {
    for (const part of partsOf(finding.item)) {
      const key = JSON.stringify(part)
      const same = found.get(key)
      if (same === undefined) found.set(key, { part, findings: [finding] })
      else if (same.findings.at(-1) !== finding) same.findings.push(finding)
    }
  }
  return [...found.values()]
}

/** Returns the items of a group by what is to be done about them: mostly that is one thing for all. */
export function byAdvice({ items }: FindingGroup): readonly (readonly [FindingItem, ...FindingItem[]])[] {
  const same = Map.groupBy(items, ({ item }) => JSON.stringify([item.steps, item.adviceFrom]))
  return [...same.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [[first, ...rest] as const],
  )
}

function itemsOf(findings: readonly Finding[]): readonly FindingItem[] {
  const sameItem = Map.groupBy(findings, ({ item }) => JSON.stringify([item.id, item.title, item.suggestion]))
  return [...sameItem.values()].flatMap(same => {
    const [first] = same
    return first === undefined ? [] : { item: first.item, findings: same }
  })
}
