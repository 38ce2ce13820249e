import { rounded } from '../statistics.ts'
import { table } from '../table.ts'
import { absoluteAtMost, atMost, type Target } from '../targets.ts'
import type { Faulty, WrongGreens } from './faulty.ts'
import type { ManyItems } from './many-items-measure.ts'
import type { ManyResults } from './many-results-measure.ts'
import type { ManyTasks } from './many-tasks.ts'
import type { Throttled } from './throttled.ts'

/** What many tasks and many check items cost, as tables and targets. */

const TIMES_IDEAL = 1.3
const TIMES_SOUND = 3
const TIMES_STRINGIFY = 20
/** One `JSON.stringify` is over so soon that a busy machine can double the ratio; a cost that is no longer linear is far beyond. */
const FAILS_OVER_TIMES_STRINGIFY = 2 * TIMES_STRINGIFY
const MOST_MEBIBYTES = 200
const ITEMS = 30_000
/** Growth of a cost beside growth of its cause; what is linear stays at 1 or, with a fixed part, below. */
const TIMES_LINEAR = 1.5

/** 1,000 tasks of 40 items beside 10 of them: what both have in common (Node itself, the bundle) makes it far less than 100. */
const TIMES_FEW = { cpu: 16, peak: 2.5 }
/** Beside the build of commit b516251, which read and wrote less: no page, no fingerprints, no forms of secrets. */
const TIMES_OTHER = { cpu: 0.7, peak: 0.55, hostilePeak: 0.75 }

export function manyResultsTable(runs: readonly ManyResults[]): string {
  const head = ['items', 'tasks', 'CPU s', 'peak MiB', 'CPU ÷ 10 tasks', 'peak ÷ 10 tasks']
  const rows = runs.map(({ load, tasks, cpuMs, peakMebibytes, timesFew, timesOther }) => [
    ...[load, tasks, rounded(cpuMs / 1_000, 2), rounded(peakMebibytes, 0)],
    ...[rounded(timesFew.cpu, 1), rounded(timesFew.peak, 2)],
    ...(timesOther === null ? [] : [rounded(timesOther.cpu, 2), rounded(timesOther.peak, 2)]),
  ])
  const isBeside = runs.some(({ timesOther }) => timesOther !== null)
  return table([...head, ...(isBeside ? ['CPU ÷ other build', 'peak ÷ other build'] : [])], rows)
}

export function manyResultsTargets(mixed: ManyResults, hostile: ManyResults): readonly Target[] {
  return [
    atMost('1,000 tasks × 40 items: CPU ÷ 10 tasks', mixed.timesFew.cpu, TIMES_FEW.cpu),
    atMost('1,000 tasks × 40 items: peak memory ÷ 10 tasks', mixed.timesFew.peak, TIMES_FEW.peak),
    ...besideOther('1,000 tasks × 40 items: CPU', mixed.timesOther?.cpu, TIMES_OTHER.cpu),
    ...besideOther('1,000 tasks × 40 items: peak', mixed.timesOther?.peak, TIMES_OTHER.peak),
    ...besideOther('30,000 items that all fail: peak', hostile.timesOther?.peak, TIMES_OTHER.hostilePeak),
  ]
}

/** Nothing where no other build was given. */
function besideOther(name: string, value: number | undefined, limit: number): readonly Target[] {
  return value === undefined ? [] : [absoluteAtMost(`${name} ÷ build b516251`, value, limit)]
}

export function throttledTable(run: Throttled): string {
  return table(
    ['tasks', 'limit a minute', 'finished', 'requests', 'of them 429', 'virtual s', 'ideal s', '÷ ideal'],
    [
      [
        run.tasks,
        run.limitPerMinute,
        run.finished,
        run.requests,
        run.throttled,
        rounded(run.tookMs / 1_000, 0),
        rounded(run.idealMs / 1_000, 0),
        rounded(run.timesIdeal, 2),
      ],
    ],
  )
}

export function throttledTargets(run: Throttled): readonly Target[] {
  return [
    atMost('1,000 tasks under throttle: tasks without a result', run.tasks - run.finished, 0),
    atMost('1,000 tasks under throttle: time ÷ ideal', run.timesIdeal, TIMES_IDEAL),
  ]
}

export function faultyTable(
  { tasks, targets, sound, faulty, timesSound }: Faulty,
  wrong: WrongGreens,
): string {
  const line = (share: string, run: Faulty['faulty']) => [
    ...[tasks, targets, share, run.finished, run.requests, run.starts, rounded(run.tookMs / 1_000, 0)],
    share === '0 %' ? 1 : rounded(timesSound, 2),
  ]
  return [
    table(
      ['tasks', 'targets', 'wrong answers', 'finished', 'requests', 'starts', 'virtual s', '÷ without'],
      [line('0 %', sound), line('5 %', faulty)],
    ),
    table(
      ['tasks, green before and red now', 'called red', 'called green'],
      [[wrong.tasks, wrong.red, wrong.green]],
    ),
  ].join('\n\n')
}

export function faultyTargets({ tasks, faulty, timesSound }: Faulty, wrong: WrongGreens): readonly Target[] {
  return [
    atMost('1,000 tasks, 5 % wrong answers: tasks without a result', tasks - faulty.finished, 0),
    atMost('1,000 tasks, 5 % wrong answers: time ÷ time without faults', timesSound, TIMES_SOUND),
    atMost('4,000 tasks that turned red: called green', wrong.green, 0),
  ]
}

export function manyTasksTable(runs: readonly ManyTasks[]): string {
  const head = ['tasks', 'finished', 'requests', 'requests a task', 's']
  return table(
    head,
    runs.map(run => [
      run.tasks,
      run.finished,
      run.requests,
      rounded(run.requests / run.tasks, 2),
      rounded(run.ms / 1_000, 2),
    ]),
  )
}

/** Requests are counted from ten tasks on: fewer fill no call. */
export function manyTasksTargets(runs: readonly ManyTasks[]): readonly Target[] {
  const [small, large] = [runs.find(run => run.tasks === 10), runs.at(-1)]
  if (small === undefined || large === undefined) return []
  const times = large.tasks / small.tasks
  return [
    atMost(
      'real time: tasks without a result',
      runs.reduce((sum, run) => sum + run.tasks - run.finished, 0),
      0,
    ),
    atMost(
      `requests of ${large.tasks} tasks ÷ ${times} × those of 10`,
      large.requests / (times * small.requests),
      TIMES_LINEAR,
    ),
    atMost(
      `time of ${large.tasks} tasks ÷ ${times} × that of 10`,
      large.ms / (times * small.ms),
      TIMES_LINEAR,
    ),
  ]
}

export function manyItemsTable(runs: readonly ManyItems[]): string {
  return table(
    ['items', 'mixture', 'processor ms', '÷ stringify', 'peak MiB'],
    runs.map(run => [
      run.items,
      run.mixture,
      rounded(run.ms, 0),
      rounded(run.timesStringify, 1),
      rounded(run.peakMebibytes, 0),
    ]),
  )
}

export function manyItemsTargets(runs: readonly ManyItems[]): readonly Target[] {
  const mixed = runs.filter(run => run.mixture === 'mixed')
  const main = mixed.find(run => run.items === ITEMS)
  const [small, large] = [mixed.find(run => run.items === 1_000), mixed.at(-1)]
  if (main === undefined || small === undefined || large === undefined) return []
  const growth = large.ms / small.ms / (large.items / small.items)
  return [
    atMost(
      '30,000 items: judge and renderers ÷ one JSON.stringify',
      main.timesStringify,
      TIMES_STRINGIFY,
      FAILS_OVER_TIMES_STRINGIFY,
    ),
    absoluteAtMost('30,000 items: peak memory, MiB', main.peakMebibytes, MOST_MEBIBYTES),
    atMost(
      `time of ${large.items} items ÷ ${large.items / small.items} × that of 1,000`,
      growth,
      TIMES_LINEAR,
    ),
  ]
}
