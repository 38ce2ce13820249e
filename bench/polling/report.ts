import { mean, quantile, rounded } from '../statistics.ts'
import { type Row, table } from '../table.ts'
import { atMost, type Target } from '../targets.ts'
import { type Comparison, SCHEDULES, type ScheduleName, type Score } from './compare.ts'
import { PARALLELISM } from './terraform.ts'
import { type Family, INFORMATIVE, UNINFORMATIVE } from './traces.ts'

/** What the comparison of the schedules comes to: figures, tables and targets. */

const LAG_TIMES_REQUESTS = 1 / 5
/** By number of tasks. With a hundred, the time in which the last one may end is longer than ten rounds a minute cover. */
const MEDIAN_LAG_SECONDS: Readonly<Record<number, number>> = { 1: 1, 10: 1, 100: 1.4 }
const TIMES_EQUAL_INTERVAL = 1.1
/** By number of tasks: requests ÷ Terraform's. */
const REQUESTS_RATIO: Readonly<Record<number, number>> = { 10: 0.19, 100: 0.06 }
/** What `auto` sent for 1,000 tasks when it read all of them in every round (commit b516251), on the seeds 8, 9 and 10. */
const REQUESTS_OF_ALL: Readonly<Record<Family, number>> = {
  'even steps': 558.5,
  uneven: 562.4,
  'item by item': 557.6,
  silent: 553.8,
  stuck: 557,
}
const TIMES_ALL = 0.55
/** The price of reading a part: tasks that end together are known later. By number of tasks, mean lag in seconds. */
const TOGETHER_LAG_SECONDS = 10
const PEERS = ['fixed 10 s', 'Terraform'] as const

/** One schedule on one family and size, in seconds. */
export interface Figures {
  readonly family: string
  readonly tasks: number
  readonly schedule: ScheduleName
  readonly requests: number
  readonly meanLag: number
  readonly medianLag: number
  readonly p95Lag: number
}

export function figuresOf(comparisons: readonly Comparison[]): readonly Figures[] {
  return comparisons.flatMap(({ family, tasks, scores }) =>
    SCHEDULES.map(schedule => ({ family, tasks, schedule, ...summary(scores[schedule]) })),
  )
}

function summary({ requests, lagsMs }: Score) {
  const seconds = lagsMs.map(ms => ms / 1_000)
  return {
    requests: rounded(requests, 1),
    meanLag: rounded(mean(seconds), 2),
    medianLag: rounded(quantile(seconds, 0.5), 2),
    p95Lag: rounded(quantile(seconds, 0.95), 2),
  }
}

/** Requests and lags of every schedule; what is the same with few tasks stands there once. */
export function lagTable(comparisons: readonly Comparison[]): string {
  const head = ['trace', 'tasks', 'schedule', 'requests', 'mean lag s', 'median s', 'p95 s']
  const rows = figuresOf(comparisons)
    .filter(({ schedule, tasks }) => schedule !== 'Terraform, 10 at a time' || tasks > PARALLELISM)
    .map(
      (one): Row => [
        ...[one.family, one.tasks, one.schedule, one.requests],
        ...[one.meanLag, one.medianLag, one.p95Lag],
      ],
    )
  return table(head, rows)
}

/** Who knows the end first, and by how much: `auto`, or the better of its peers. */
export function aheadTable(comparisons: readonly Comparison[]): string {
  const head = ['trace', 'tasks', 'ahead on average', 'by s', 'ahead in 19 of 20 cases', 'by s']
  const rows = comparisons.map((one): Row => {
    const cells = ([figure, best]: readonly [number, Peer]) =>
      figure < best.seconds
        ? ['auto', rounded(best.seconds - figure, 2)]
        : [best.schedule, rounded(figure - best.seconds, 2)]
    return [one.family, one.tasks, ...cells(besides(one, 'meanLag')), ...cells(besides(one, 'p95Lag'))]
  })
  return table(head, rows)
}

interface Peer {
  readonly schedule: ScheduleName
  readonly seconds: number
}

/** The figure of `auto`, and that of the better peer. */
function besides({ scores }: Comparison, figure: 'meanLag' | 'p95Lag'): readonly [number, Peer] {
  const of = (schedule: ScheduleName) => summary(scores[schedule])[figure]
  const peers = PEERS.map(schedule => ({ schedule, seconds: of(schedule) }))
  const best = peers.reduce((one, other) => (other.seconds < one.seconds ? other : one))
  return [of('auto'), best]
}

/** Requests of 1,000 tasks, beside those of reading all of them in every round. */
export function manyTable(requests: ReadonlyMap<Family, number>): string {
  const rows = [...requests].map(([family, count]): Row => {
    const all = REQUESTS_OF_ALL[family]
    return [family, rounded(count, 1), all, rounded(count / all, 2)]
  })
  return table(['trace, 1,000 tasks', 'requests of auto', 'of reading all', '÷ reading all'], rows)
}

/** What `auto` is worth beside Terraform's schedule and beside a fixed interval of equal cost. */
export function ratioTable(comparisons: readonly Comparison[]): string {
  const head = [
    'trace',
    'tasks',
    'requests ÷ Terraform',
    'lag × requests ÷ Terraform',
    'equal interval s',
    'lag ÷ equal interval',
  ]
  const rows = comparisons.map(
    (one): Row => [
      one.family,
      one.tasks,
      rounded(requestsRatio([one]), 3),
      rounded(costRatio([one]), 3),
      rounded(one.equalIntervalMs / 1_000, 1),
      rounded(equalRatio(one), 2),
    ],
  )
  return table(head, rows)
}

/** The targets of the polling part, each over all families that it speaks of. */
export function pollingTargets(comparisons: readonly Comparison[]): readonly Target[] {
  const informative = comparisons.filter(({ family }) => includes(INFORMATIVE, family))
  const ofSize = (tasks: number) => informative.filter(one => one.tasks === tasks)
  const medianLag = (tasks: number) => quantile(lagsOf(ofSize(tasks), 'auto'), 0.5) / 1_000
  const sizes = sizesOf(informative)
  return [
    ...sizes.map(tasks =>
      atMost(
        `informative progress, ${plural(tasks)}: lag × requests ÷ Terraform's`,
        costRatio(ofSize(tasks)),
        LAG_TIMES_REQUESTS,
      ),
    ),
    ...sizes.map(tasks =>
      atMost(
        `informative progress, ${plural(tasks)}: median lag, virtual s`,
        medianLag(tasks),
        MEDIAN_LAG_SECONDS[tasks] ?? Number.NaN,
      ),
    ),
    ...UNINFORMATIVE.map(family =>
      atMost(
        `${family}: mean lag ÷ that of a fixed interval of equal requests`,
        mean(comparisons.filter(one => one.family === family).map(equalRatio)),
        TIMES_EQUAL_INTERVAL,
      ),
    ),
    ...Object.entries(REQUESTS_RATIO).map(([tasks, limit]) =>
      atMost(
        `${tasks} tasks, all traces: requests ÷ Terraform's`,
        requestsRatio(comparisons.filter(one => one.tasks === Number(tasks))),
        limit,
      ),
    ),
    atMost(
      'rows where another knows the end earlier, on average or in 19 of 20 cases',
      comparisons.filter(one => !isAhead(one)).length,
      0,
    ),
  ]
}

function isAhead(comparison: Comparison): boolean {
  return (['meanLag', 'p95Lag'] as const).every(figure => {
    const [own, best] = besides(comparison, figure)
    return own < best.seconds
  })
}

/** The targets of what reading a part of the tasks saves, and of what it costs. */
export function partTargets(
  many: ReadonlyMap<Family, number>,
  together: readonly Comparison[],
): readonly Target[] {
  const all = [...many.keys()].map(family => REQUESTS_OF_ALL[family])
  return [
    atMost(
      '1,000 tasks, all traces: requests ÷ reading all',
      mean([...many.values()]) / mean(all),
      TIMES_ALL,
    ),
    atMost(
      'tasks that end together: largest mean lag, virtual s',
      Math.max(...together.map(({ scores }) => mean(scores.auto.lagsMs) / 1_000)),
      TOGETHER_LAG_SECONDS,
    ),
  ]
}

function plural(tasks: number): string {
  return tasks === 1 ? '1 task' : `${tasks} tasks`
}

function includes(families: readonly string[], family: string): boolean {
  return families.includes(family)
}

function sizesOf(comparisons: readonly Comparison[]): readonly number[] {
  return [...new Set(comparisons.map(({ tasks }) => tasks))]
}

function lagsOf(comparisons: readonly Comparison[], schedule: ScheduleName): readonly number[] {
  return comparisons.flatMap(({ scores }) => scores[schedule].lagsMs)
}

function requestsOf(comparisons: readonly Comparison[], schedule: ScheduleName): number {
  return mean(comparisons.map(({ scores }) => scores[schedule].requests))
}

function requestsRatio(comparisons: readonly Comparison[]): number {
  return requestsOf(comparisons, 'auto') / requestsOf(comparisons, 'Terraform')
}

/** Mean lag times mean requests, against Terraform's. */
function costRatio(comparisons: readonly Comparison[]): number {
  const lag = mean(lagsOf(comparisons, 'auto')) / mean(lagsOf(comparisons, 'Terraform'))
  return lag * requestsRatio(comparisons)
}

function equalRatio({ scores }: Comparison): number {
  return mean(scores.auto.lagsMs) / mean(scores['fixed, equal requests'].lagsMs)
}
