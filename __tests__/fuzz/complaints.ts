import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type Report, reportSchema } from '../../src/report/schema.ts'
import { type Expected, expectedOf, sentWithBadCredential } from './oracle/oracle.ts'
import { decisionOf, gateReasonOf } from './oracle/verdict.ts'
import type { Played } from './play.ts'

/** Holds what the gate said against what the oracle makes of the exchanges, and against itself. */

const AFTER_DEADLINE_MS = 10_000
const AFTER_SIGNAL_MS = 6_000

const ajv = new Ajv2020({ strict: false })
formats.default(ajv)
const isValid = ajv.compile(
  JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8')),
)

/** The report, when it is valid against the published schema; else null. */
export function readReport(text: string): Report | null {
  const report: unknown = text === '' ? null : JSON.parse(text)
  return isValid(report) ? reportSchema.parse(report) : null
}

/** Everything that is wrong with a run, in words; none for a good one. */
export function complaintsAbout(played: Played): readonly string[] {
  const read = readReport(played.reportText)
  if (read === null) return [`no valid report: ${JSON.stringify(isValid.errors)}`, ...played.annotations]
  const expected = expectedOf(played.asked, played.exchanges)
  return [
    ...aboutTheEnd(played),
    ...aboutProjections(played, read),
    ...aboutTasks(expected, read),
    ...aboutGate(expected, read, played),
  ]
}

function aboutTheEnd({
  asked,
  exchanges,
  tookMs,
  summary,
  junit,
  outputs,
  annotations,
}: Played): readonly string[] {
  const { deadlineAt, cancelledAt } = asked
  const endsAt = Math.min(
    deadlineAt + AFTER_DEADLINE_MS,
    (cancelledAt ?? Number.POSITIVE_INFINITY) + AFTER_SIGNAL_MS,
  )
  const late = exchanges.filter(
    ({ sentAt }) => sentAt > Math.min(deadlineAt, cancelledAt ?? Number.POSITIVE_INFINITY),
  )
  return [
    ...(tookMs <= endsAt ? [] : [`ended at ${tookMs} ms, must by ${endsAt} ms`]),
    ...(summary.includes('Migration pre-check') || summary.length > 100 ? [] : ['no summary']),
    ...(junit.includes('<testsuites') ? [] : ['no JUnit report']),
    ...(Object.keys(outputs).length === 13 ? [] : ['outputs are missing']),
    ...late.map(({ sentAt, path }) => `a request after the end, at ${sentAt} ms: ${path}`),
    ...annotations.filter(text => text.includes('Internal error')),
    ...sentWithBadCredential(asked, exchanges).map(
      ({ sentAt }) => `the bad credential was used again at ${sentAt} ms`,
    ),
  ]
}

function aboutProjections(
  { outputs, exitCode, asked, requests: sent }: Played,
  { gate, counts, requests }: Report,
): readonly string[] {
  const shouldFail =
    asked.cancelledAt === null ? gate.decision !== 'passed' && asked.failOn !== 'never' : null
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['decision', outputs['decision'], gate.decision],
    ['reason code', outputs['reason-code'], gate.reasonCode],
    ...(['total', 'passed', 'warning', 'failed', 'waived', 'unknown'] as const).map(
      name => [`${name}-count`, outputs[`${name}-count`], String(counts[name])] as const,
    ),
    ['sum', counts.total, counts.passed + counts.warning + counts.failed + counts.waived + counts.unknown],
    ['requests', requests, sent],
    ...(shouldFail === null ? [] : [['exit code', exitCode, shouldFail ? 1 : 0] as const]),
  ]
  return pairs
    .filter(([, is, should]) => is !== should)
    .map(([what, is, should]) => `${what} is ${is}, should be ${should}`)
}

function aboutTasks(expected: readonly Expected[], { targets }: Report): readonly string[] {
  const tasks = targets.flatMap(({ name, tasks: own }) => own.map(task => ({ name, task })))
  const complaints = expected.flatMap(one => {
    const found = tasks.find(({ name, task }) => name === one.target && task.id === one.task)?.task
    if (found === undefined) return [`${one.task} is not in the report`]
    return aboutTask(one, found).map(text => `${one.target} ${one.task}: ${text}`)
  })
  return tasks.length === expected.length
    ? complaints
    : [...complaints, `${tasks.length} tasks in the report`]
}

type Task = Report['targets'][number]['tasks'][number]

function aboutTask({ reasons, freshness, items, wrongStarts }: Expected, task: Task): readonly string[] {
  const { reasonCode, outcome } = task
  const [is, should] = items === null ? ['', ''] : [listedIn(task, items), listed(items)]
  const isBound = outcome !== 'passed' || freshness.has(task.freshness ?? 'null')
  return [
    ...(reasons.has(reasonCode)
      ? []
      : [`${reasonCode}, where there is ground for ${[...reasons].join(', ')} only`]),
    ...(isBound ? [] : [`passed as ${task.freshness}, should be as ${[...freshness].join(' or ')}`]),
    ...(is === should ? [] : [`shows ${is || 'nothing'}; should show ${should || 'nothing'}`]),
    ...wrongStarts,
  ]
}

type Items = NonNullable<Expected['items']>

/** All ids, and beside each name what its items came to: which of several equal names has which number is not known here. */
function listed(items: Items): string {
  const ids = items.map(({ id }) => id)
  const states = items.map(({ name, status, isWaived }) => `${name} ${status} ${isWaived}`)
  return [...ids.sort(), ...states.sort()].join(', ')
}

function listedIn(task: Task, expected: Items): string {
  const names = new Map(expected.map(({ id, name }) => [id, name]))
  const shown = task.items.map(({ id, status, waiver }) => ({
    ...{ id, name: names.get(id) ?? id, status, isWaived: waiver !== null },
    ...{ isAlone: true, reason: null },
  }))
  return listed(shown)
}

function aboutGate(
  expected: readonly Expected[],
  { gate, targets, counts }: Report,
  { asked }: Played,
): readonly string[] {
  const reasons = targets.flatMap(({ tasks }) => tasks.map(task => task.reasonCode))
  const reason = gateReasonOf(reasons)
  const decision = decisionOf(reason)
  const items = expected.flatMap(one => one.items ?? [])
  const isKnown = expected.every(one => one.items !== null)
  const failed = items.filter(item => item.status === 'failed' && !item.isWaived).length
  const passed = items.filter(item => item.status === 'passed').length
  return [
    ...(gate.reasonCode === reason ? [] : [`gate is ${gate.reasonCode}, its tasks make it ${reason}`]),
    ...(gate.decision === decision ? [] : [`gate is ${gate.decision}, its reason makes it ${decision}`]),
    ...(gate.enforced === (asked.failOn !== 'never') ? [] : ['enforced is wrong']),
    ...(isKnown && (counts.failed !== failed || counts.passed !== passed) ? ['counts are wrong'] : []),
  ]
}
