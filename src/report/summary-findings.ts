import type { ReportContext } from './context.ts'
import { markdownLink } from './escape.ts'
import { type FindingGroup, findingsIn, type Severity, tasksOf, titlesOf } from './findings.ts'
import { adviceLines, reasonLine } from './summary-advice.ts'
import { evidenceLines } from './summary-evidence.ts'
import {
  capped,
  code,
  folded,
  type Limits,
  labelList,
  summaryText,
  TITLE_MAX_CHARACTERS,
  title,
} from './summary-markdown.ts'
import { type Accepting, waiverLines } from './summary-waivers.ts'
import { clip } from './text.ts'

const LINKS_SHOWN = 5
/** What is to be fixed first stands open, the rest below one line each: who has fixed that much comes back. */
const GROUPS_OPEN = 3
/** In the comment, where each is folded. */
const GROUPS_IN_COMMENT = 10

/** Yields what to fix first and how: failed items, then warnings, each group one cause. */
export function* findingLines(
  context: ReportContext,
  accepting: Accepting,
  limits: Limits,
): Generator<string> {
  for (const [severity, same] of bySeverity(numbered(context))) {
    yield* [`### ${headline(severity, context)}`, '']
    yield* capped(
      same,
      limits.rows,
      entry => groupLines(entry, entry.number <= GROUPS_OPEN, context, accepting, limits),
      more => context.words.andMore.groups(more),
    )
    yield ''
  }
}

/** Yields the first groups for the comment, each folded, and how many more there are. */
export function* firstFindingLines(
  context: ReportContext,
  accepting: Accepting,
  limits: Limits,
): Generator<string> {
  const first = numbered(context).slice(0, GROUPS_IN_COMMENT)
  for (const [severity, same] of bySeverity(first)) {
    yield* [`### ${headline(severity, context)}`, '']
    for (const entry of same) yield* groupLines(entry, false, context, accepting, limits)
    yield ''
  }
  const more = context.groups.length - first.length
  if (more > 0) yield* [context.words.andMore.groups(more), '']
}

const numbered = ({ groups }: ReportContext) => groups.map((group, index) => ({ group, number: index + 1 }))

/** Failed ones stand first already. */
const bySeverity = (entries: ReturnType<typeof numbered>) =>
  Map.groupBy(entries, ({ group }) => group.severity)

function headline(severity: Severity, { groups, report, words }: ReportContext): string {
  const count = groups
    .filter(group => group.severity === severity)
    .reduce((sum, group) => sum + group.findingCount, 0)
  if (severity === 'failed') return words.failFast(count)
  return report.gate.failOn === 'warning' ? words.warnings.strict(count) : words.warnings.lenient(count)
}

function* groupLines(
  { group, number }: { readonly group: FindingGroup; readonly number: number },
  isOpen: boolean,
  context: ReportContext,
  accepting: Accepting,
  limits: Limits,
): Generator<string> {
  const { words } = context
  const { shown, more } = titlesOf(group)
  const rest = more > 0 ? ` ${words.andMore.items(more)}` : ''
  const heading = (text: (title: string) => string) => `${number}. ${shown.map(text).join(words.list)}${rest}`
  const body = groupBody(group, context, accepting, limits)
  const tasks = tasksOf(findingsIn(group)).length
  const count = context.tasks.length > 1 ? words.brackets(words.tasks(tasks)) : ''
  if (isOpen) yield* [`#### ${heading(title)}${sinceMark(group, context)}`, '', ...body]
  else yield* folded(`<b>${heading(summaryText)}</b>${sinceMark(group, context)}${count}`, body)
}

/** Under a baseline: what was not there before is what somebody asks about first. */
function sinceMark(group: FindingGroup, { words }: ReportContext): string {
  const isNew = findingsIn(group).every(({ item }) => item.since === 'new')
  return isNew ? words.brackets(words.since.new) : ''
}

function* groupBody(
  group: FindingGroup,
  context: ReportContext,
  accepting: Accepting,
  limits: Limits,
): Generator<string> {
  const { words } = context
  yield `- ${group.items.length === 1 ? words.checkItem : words.checkItems}${words.colon}${itemList(group, context)}`
  const tasks = tasksOf(findingsIn(group))
  if (context.tasks.length > 1)
    yield `- ${tasks.length === 1 ? words.task : words.inTasks}${words.colon}${labelList(tasks, context)}`
  yield* reasonLine(group, accepting.explain, words)
  yield* evidenceLines(group, limits, context)
  yield* documentationLine(group, context, accepting)
  yield* adviceLines(group, accepting.explain, words)
  yield ''
  yield* waiverLines(group, accepting, context)
}

function itemList({ items }: FindingGroup, { words }: ReportContext): string {
  const [only] = items
  const shown = items.slice(0, ITEMS_NAMED).map(({ item }) => {
    const skipped = item.status === 'skipped' ? ` ${words.skipped}` : ''
    const isNamed = items.length === 1 || item.title === item.id
    return `${isNamed ? '' : `${title(item.title)} `}${code(item.id)}${skipped}`
  })
  if (items.length > shown.length) shown.push(words.more(items.length - shown.length))
  return only === undefined ? '' : shown.join(words.list)
}
const ITEMS_NAMED = 20

/** A list of many checks must not pass for the page of this one, and one that an earlier group led to is not repeated. */
function* documentationLine(
  group: FindingGroup,
  { groups, words }: ReportContext,
  { explain: { isList } }: Accepting,
): Generator<string> {
  const titles = new Map<string, string>()
  for (const { item } of group.items)
    if (item.doc !== null && !titles.has(item.doc)) titles.set(item.doc, item.title)
  const isFirst = (doc: string) =>
    groups.find(({ items }) => items.some(({ item }) => item.doc === doc)) === group
  const links = [...titles]
    .filter(([doc]) => !isList(doc) || isFirst(doc))
    .slice(0, LINKS_SHOWN)
    .map(([doc, name]) => {
      if (isList(doc)) return markdownLink(words.listOfChecks, doc)
      return markdownLink(titles.size === 1 ? words.doc : clip(name, TITLE_MAX_CHARACTERS), doc)
    })
  if (links.length > 0)
    yield `- ${titles.size === 1 ? '' : `${words.doc}${words.colon}`}${links.join(words.list)}`
}
