import { LegText } from '../../src/merge/leg-text.ts'
import type { LegFile, LegRules } from '../../src/merge/legs.ts'
import { OneCopy } from '../../src/merge/one-copy.ts'
import { judge } from '../../src/precheck/judge.ts'
import type { CheckItem, ItemStatus } from '../../src/precheck/model.ts'
import type { FailOn } from '../../src/precheck/verdict.ts'
import type { Waiver } from '../../src/precheck/waivers.ts'
import type { GateFacts } from '../../src/report/build.ts'
import { type Report, reportSchema } from '../../src/report/schema.ts'
import { reportOf } from '../../testing/reports/fixtures.ts'
import { item, target, task } from '../precheck/judge-builders.ts'

/** Reports as gates of one run leave them, and the rules of the run that merges them. */

export const NOW = new Date('2026-11-30T12:00:00.000Z')
export const SHA = 'a'.repeat(40)

export const RUN: NonNullable<Report['run']> = {
  ci: 'github',
  repository: 'acme/orders-db',
  sha: SHA,
  runId: '4711',
  runAttempt: 1,
  job: 'gate',
  url: null,
}

export const RULES: LegRules = {
  expected: ['orders', 'billing'],
  run: RUN,
  anyRun: false,
  maxAgeMs: null,
  now: NOW,
  legsResult: null,
}

export const minutesFromNow = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

export interface Leg {
  readonly statuses?: readonly ItemStatus[]
  readonly items?: readonly CheckItem[]
  readonly failOn?: FailOn
  readonly waivers?: readonly Waiver[]
  readonly facts?: Partial<GateFacts>
  readonly run?: Partial<NonNullable<Report['run']>> | null
}

/** The report of one gate with one task of these items; one that has passed, by default. */
export function legReport(name: string, leg: Leg = {}): Report {
  const { statuses = ['passed'], failOn = 'failed', waivers = [], facts = {}, run = {} } = leg
  const items = leg.items ?? statuses.map((status, index) => item(status, { id: `item-${index + 1}` }))
  const policy = { failOn, waivers, today: '2026-11-30', redact: (text: string) => text }
  return reportOf(judge([target([task(items)])], policy), {
    name,
    startedAt: minutesFromNow(-20),
    finishedAt: minutesFromNow(-10),
    run: run && { ...RUN, job: 'leg', ...run },
    ...facts,
  })
}

/** What is read of a text that comes in pieces of so many bytes. */
export function legIn(
  file: string,
  text: string,
  { pieceBytes = 1024, copies = new OneCopy(one => one) } = {},
): LegFile {
  const leg = new LegText(copies)
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += pieceBytes)
    leg.push(bytes.subarray(from, from + pieceBytes))
  return leg.leg(file)
}

export const fileOf = (report: Report, file = `${report.gate.name}/report.json`): LegFile => ({
  file,
  report,
})

/** Where something stands in a report, as `gate/decision`, and what somebody puts there; undefined takes it out of its list. */
export type Change = readonly [place: string, value: unknown]

/** The only task of a report of `legReport`. */
export const TASK = 'targets/0/tasks/0'

/** Returns the report as somebody has changed it, valid by its schema. */
export function changed(report: Report, ...changes: readonly Change[]): Report {
  const value = changes.reduce<unknown>((before, [place, to]) => put(before, place.split('/'), to), report)
  return reportSchema.parse(value)
}

function put(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to
  if (Array.isArray(value)) {
    const index = Number(key)
    const isOut = rest.length === 0 && to === undefined
    return value.toSpliced(index, 1, ...(isOut ? [] : [put(value[index], rest, to)]))
  }
  const entries = Object.entries(value ?? {})
  const own = entries.find(([name]) => name === key)?.[1]
  return { ...Object.fromEntries(entries), [key]: put(own, rest, to) }
}
