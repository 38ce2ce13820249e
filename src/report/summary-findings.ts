import { markdownLink } from './escape.ts'
import type { Explain } from './explain.ts'
import type { FindingGroup, FindingItem, Severity } from './findings.ts'
import { factsOf } from './readable.ts'
import type { Report, ReportTask } from './schema.ts'
import { adviceText, stepLines } from './steps.ts'
import { itemBlock } from './summary-evidence.ts'
import {
  capped,
  factList,
  type Limits,
  prose,
  reasonMarkdown,
  TITLE_MAX_CHARACTERS,
  taskMarkdown,
  title,
  WHAT_TO_DO,
} from './summary-parts.ts'
import { clip, plural } from './text.ts'

const LINKS_SHOWN = 5

/** Yields what to fix first and how: failed items, then warnings, each block one reason. */
export function* findingLines(
  report: Report,
  groups: readonly FindingGroup[],
  explain: Explain,
  limits: Limits,
): Generator<string> {
  const several = report.targets.reduce((tasks, target) => tasks + target.tasks.length, 0) > 1
  const context = { explain, limits, nameTasks: several }
  yield* negativeTasks(report, limits)
  for (const severity of ['failed', 'warning'] as const) {
    const same = groups.filter(group => group.severity === severity)
    if (same.length === 0) continue
    yield `### ${headline(severity, same, report)}`
    yield ''
    let number = 0
    yield* capped(
      same,
      limits.rows,
      group => groupLines(group, ++number, context),
      more => `and ${plural(more, 'more reason')}`,
    )
    yield ''
  }
}

interface Context {
  readonly explain: Explain
  readonly limits: Limits
  readonly nameTasks: boolean
}

function headline(severity: Severity, groups: readonly FindingGroup[], report: Report): string {
  const count = groups.reduce((sum, group) => sum + group.findingCount, 0)
  if (severity === 'failed') return `Fix first: ${plural(count, 'failed item')}`
  const strict = report.gate.failOn === 'warning'
  return strict ? `To fix as well: ${plural(count, 'warning')}` : `To look at: ${plural(count, 'warning')}`
}

/** A negative overall result without a failed item leaves nothing else to show. */
function* negativeTasks(report: Report, limits: Limits): Generator<string> {
  const tasks = report.targets
    .flatMap(target => target.tasks)
    .filter(task => task.outcome === 'failed' && task.reasonCode === 'checks-failed' && task.error === null)
    .filter(task => task.items.every(item => item.status !== 'failed'))
  if (tasks.length === 0) return
  yield `### Fix first: ${plural(tasks.length, 'task')} with a negative overall result`
  yield ''
  yield 'The service says no although it marks no item as failed. Its console may show more; look at the task there, then run the gate again.'
  yield ''
  yield* capped(
    tasks,
    limits.rows,
    task => [`- ${taskMarkdown(task)}`],
    more => `- and ${more} more`,
  )
  yield ''
}

function* groupLines(group: FindingGroup, number: number, context: Context): Generator<string> {
  const { reason, items } = group
  const notes = reason === null ? null : context.explain.reason(group.service, reason)
  const [only] = items
  const single = items.length === 1 && only !== undefined
  const verb = group.severity === 'failed' ? 'failed' : 'gave a warning'
  yield `#### ${number}. ${single ? title(only.item.title) : `${plural(group.findingCount, 'item')} ${verb} for one reason`}`
  yield ''
  if (reason !== null) {
    yield `- Reason: ${reasonMarkdown(reason)}${notes === null ? '' : `: ${prose(notes.meaning)}`}`
    if (notes !== null) yield* stepLines(notes.steps, '')
  }
  const shared = single ? null : sharedDetail(group)
  yield* factList('The service says of each of them', factsOf(shared), '')
  const task = single ? null : sharedTask(group)
  const isNamed = task !== null && context.nameTasks
  if (isNamed) yield `- In task ${taskMarkdown(task)}:`
  const nameTasks = context.nameTasks && !isNamed
  const block = {
    ...context,
    nameTasks,
    service: group.service,
    reasonAdvice: adviceText(notes?.steps ?? []),
    shared,
  }
  const lines = capped(
    items,
    context.limits.rows,
    entry => itemBlock(entry, single ? '' : '  ', block),
    more => `- and ${plural(more, 'more item')}`,
  )
  for (const line of lines) yield isNamed ? `  ${line}` : line
  if (notes === null && items.every(({ item }) => item.suggestion === null))
    yield `- ${whereElseToLook(group, context)}`
  yield* documentationLine(items, context.explain)
  yield ''
}

/** For what neither the service nor the catalogue says more of. */
function whereElseToLook({ service }: FindingGroup, { explain }: Context): string {
  const index = explain.index(service)
  const list = index === null ? '' : `, and see the ${markdownLink('list of checks', index)}`
  return `${WHAT_TO_DO} no advice is known here. Open the task in the console of the service${list}.`
}

/** Items that fail for one reason often carry one and the same text. */
function sharedDetail(group: FindingGroup): string | null {
  const details = new Set(group.items.flatMap(entry => entry.findings.map(({ item }) => item.detail)))
  const [detail] = details
  return details.size === 1 ? (detail ?? null) : null
}

/** A long task id behind every item of a list hides the items. */
function sharedTask(group: FindingGroup): ReportTask | null {
  const tasks = new Set(group.items.flatMap(entry => entry.findings.map(finding => finding.task)))
  const [task] = tasks
  return tasks.size === 1 ? (task ?? null) : null
}

/** A list of many checks must not pass for the page of this one. */
function* documentationLine(items: readonly FindingItem[], { isList }: Explain): Generator<string> {
  const titles = new Map<string, string>()
  for (const { item } of items)
    if (item.doc !== null && !titles.has(item.doc)) titles.set(item.doc, item.title)
  const links = [...titles].slice(0, LINKS_SHOWN).map(([doc, name]) => {
    if (isList(doc)) return markdownLink('List of checks', doc)
    return markdownLink(titles.size === 1 ? 'Documentation' : clip(name, TITLE_MAX_CHARACTERS), doc)
  })
  if (links.length > 0) yield `- ${titles.size === 1 ? '' : 'Documentation: '}${links.join(', ')}`
}
