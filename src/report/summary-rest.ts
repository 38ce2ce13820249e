import type { Notice } from './annotations.ts'
import type { Report, ReportItem, ReportTask } from './schema.ts'
import { capped, code, type Limits, prose, row, taskMarkdown } from './summary-parts.ts'
import { duration, plural } from './text.ts'
import { statusWords } from './words.ts'

/** Yields the accepted findings with who accepts them and until when, then waivers that do nothing. */
export function* waiverLines(report: Report, limits: Limits): Generator<string> {
  const waived = report.targets.flatMap(target =>
    target.tasks.flatMap(task =>
      task.items.flatMap(item => (item.waiver === null ? [] : { task, item, waiver: item.waiver })),
    ),
  )
  const { expired, unused } = report.waivers
  if (waived.length + expired.length + unused.length === 0) return
  yield '### Waivers'
  yield ''
  if (waived.length > 0) {
    yield row(['Accepted finding', 'Task', 'Result', 'Why', 'Owner', 'Until'])
    yield row(['---', '---', '---', '---', '---', '---'])
    yield* capped(
      waived,
      limits.rows,
      entry => [waivedRow(entry)],
      more => row([`and ${more} more`, '', '', '', '', '']),
    )
    yield ''
  }
  yield* listed('Expired, so they do not hold any more', expired, limits)
  // What was not read may hold what a waiver is for.
  const tasks = report.targets.flatMap(target => target.tasks)
  const isWhole = tasks.every(task => task.outcome !== 'inconclusive' && !task.partial)
  yield* listed(
    isWhole ? 'Matched nothing, so they can go' : 'Matched nothing in what was read',
    unused,
    limits,
  )
}

interface WaivedItem {
  readonly task: ReportTask
  readonly item: ReportItem
  readonly waiver: NonNullable<ReportItem['waiver']>
}

function waivedRow({ task, item, waiver }: WaivedItem): string {
  return row([
    `${prose(item.title)} ${code(item.id)}`,
    taskMarkdown(task),
    statusWords(item),
    prose(waiver.reason),
    prose(waiver.owner),
    waiver.expires,
  ])
}

type ListedWaiver = Report['waivers']['expired'][number]

function* listed(heading: string, waivers: readonly ListedWaiver[], limits: Limits): Generator<string> {
  if (waivers.length === 0) return
  yield `${heading}:`
  yield ''
  yield* capped(
    waivers,
    limits.rows,
    waiver => [`- ${waiverMarkdown(waiver)}`],
    more => `- and ${plural(more, 'more waiver')}`,
  )
  yield ''
}

function waiverMarkdown({ item, service, task, reason, owner, expires }: ListedWaiver): string {
  const scope = [service && `service ${code(service)}`, task && `task ${code(task)}`]
    .filter(Boolean)
    .join(', ')
  return `${code(item)}${scope === '' ? '' : ` (${scope})`}, until ${expires}, ${prose(owner)}: ${prose(reason)}`
}

/** Yields what the run has to say besides its verdict, warnings first. */
export function* noticeLines(notices: readonly Notice[], limits: Limits): Generator<string> {
  if (notices.length === 0) return
  const order = { error: 0, warning: 1, notice: 2 } as const
  const sorted = [...notices].sort((a, b) => order[a.level] - order[b.level])
  yield '### Notes on this run'
  yield ''
  yield* capped(
    sorted,
    limits.rows,
    ({ level, text }) => [`- ${level === 'notice' ? '' : `**${level}:** `}${prose(text)}`],
    more => `- and ${plural(more, 'more note')}`,
  )
  yield ''
}

/** Yields how long it took, and where the whole report is for how long. */
export function* timingLines(
  report: Report,
  { reportPath, htmlPath }: { readonly reportPath: string | null; readonly htmlPath: string | null },
): Generator<string> {
  const took = duration(Date.parse(report.finishedAt) - Date.parse(report.startedAt))
  const began = report.startedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')
  yield '---'
  yield ''
  yield `Started ${began}, took ${took}; ${plural(report.requests, 'request')}, ${plural(report.polls, 'poll')}.`
  yield ''
  yield whereabouts(reportPath, htmlPath)
}

function whereabouts(reportPath: string | null, htmlPath: string | null): string {
  const upload =
    'They are gone when the job ends, unless they are kept as artifacts (on GitHub by `actions/upload-artifact` with `if: always()`).'
  if (htmlPath !== null && reportPath !== null) {
    return `The whole report, to search and to print, is the page ${code(htmlPath)} on the runner; ${code(reportPath)} and a JUnit file are beside it. ${upload}`
  }
  const written = reportPath ?? htmlPath
  return written === null
    ? 'The whole report could not be written.'
    : `What could be written of the report is in ${code(written)} on the runner. ${upload}`
}
