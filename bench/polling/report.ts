import { mean, quantile, rounded } from '../statistics.ts'
import { type Row, table } from '../table.ts'
import { atMost, type Target } from '../targets.ts'
import { type Comparison, SCHEDULES, type ScheduleName, type Score } from './compare.ts'
import { INFORMATIVE, UNINFORMATIVE } from './traces.ts'

/** What the comparison of the schedules comes to: figures, tables and targets. */

const LAG_TIMES_REQUESTS = 1 / 5
const MEDIAN_LAG_SECONDS = 1
/** With more, the time in which the last one may end is longer than ten rounds a minute cover. */
const TASKS_WITHIN_A_SECOND = 10
const TIMES_EQUAL_INTERVAL = 1.1
const REQUESTS_OF_TEN_TASKS = 1 / 8

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

/** Requests and lags of every schedule. */
export function lagTable(comparisons: readonly Comparison[]): string {
  const head = ['trace', 'tasks', 'schedule', 'requests', 'mean lag s', 'median s', 'p95 s']
  const rows = figuresOf(comparisons).map(
    (one): Row => [one.family, one.tasks, one.schedule, one.requests, one.meanLag, one.medianLag, one.p95Lag],
  )
  return table(head, rows)
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
        MEDIAN_LAG_SECONDS,
        tasks > TASKS_WITHIN_A_SECOND ? Number.POSITIVE_INFINITY : MEDIAN_LAG_SECONDS,
      ),
    ),
    ...UNINFORMATIVE.map(family =>
      atMost(
        `${family}: mean lag ÷ that of a fixed interval of equal requests`,
        mean(comparisons.filter(one => one.family === family).map(equalRatio)),
        TIMES_EQUAL_INTERVAL,
      ),
    ),
    atMost(
      "10 tasks, all traces: requests ÷ Terraform's",
      requestsRatio(comparisons.filter(({ tasks }) => tasks === 10)),
      REQUESTS_OF_TEN_TASKS,
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
