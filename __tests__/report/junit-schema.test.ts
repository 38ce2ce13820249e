import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { renderJunit } from '../../src/report/junit.ts'
import type { Report } from '../../src/report/schema.ts'
import { checkItem, invalidInputReport, judgedTask, reportOf, reportOfItems, verdict } from './fixtures.ts'
import { HOSTILE_TEXTS } from './hostile.ts'

/**
 * The written file against the schema of the format, by a validator that is not ours. Without xmllint (Debian's
 * libxml2-utils) the tests are skipped at home and fail in CI, where nobody would notice that they are skipped.
 */

const SCHEMA = fileURLToPath(new URL('../data/junit.xsd', import.meta.url))
const VALIDATION_TIMEOUT_MS = 20_000
const installed = spawnSync('xmllint', ['--version']).error === undefined
const inCi = (process.env['CI'] ?? '') !== ''

/** What xmllint has against a document; empty when it is valid. `--nonet`: a report must not make it fetch. */
function complaints(xml: string): string {
  const args = ['--noout', '--nonet', '--schema', SCHEMA, '-']
  const done = spawnSync('xmllint', args, { input: xml, encoding: 'utf8', timeout: VALIDATION_TIMEOUT_MS })
  if (done.error !== undefined)
    throw new Error('xmllint did not run. On Debian: apt-get install libxml2-utils')
  return done.status === 0 ? '' : done.stderr
}

const waiver = { reason: 'TTL is rebuilt', owner: 'dba-team', expires: '2026-12-31' }
const timedOut = judgedTask({
  outcome: 'inconclusive',
  reasonCode: 'timed-out',
  problem: {
    reason: 'timed-out',
    code: null,
    message: 'Waited 30 min.',
    httpStatus: null,
    requestId: null,
    advice: 'Raise timeout-minutes.',
  },
  items: [checkItem({ status: 'pending' }), checkItem({ status: 'unknown' })],
})

const REPORTS: readonly (readonly [string, Report])[] = [
  ['that passed', reportOfItems([checkItem()])],
  ['that failed', reportOfItems([checkItem({ status: 'failed', reason: 'R', detail: 'db.a,db.b' })])],
  ['with a warning', reportOfItems([checkItem({ status: 'warning', reason: 'R' })])],
  ['that fails on warnings', reportOfItems([checkItem({ status: 'warning' })], { failOn: 'warning' })],
  ['with a waiver', reportOfItems([checkItem({ status: 'failed', waiver })])],
  ['that is inconclusive', reportOf(verdict([timedOut]))],
  ['of a failed task without items', reportOf(verdict([judgedTask({ outcome: 'failed', items: [] })]))],
  ['of several tasks', reportOf(verdict([judgedTask(), timedOut, judgedTask()]))],
  ['of invalid input', invalidInputReport(['first', ''])],
  ['of invalid input beside tasks', reportOf(verdict([judgedTask()]), { problems: ['a waiver is unused'] })],
  ['without any task', reportOf(verdict([], { targets: [], decision: 'inconclusive' }))],
]

/** One suite per hostile text, which stands wherever text can stand. */
function hostileReport(): Report {
  const tasks = HOSTILE_TEXTS.map(text =>
    judgedTask({
      task: { id: text, label: text },
      precheckId: text,
      outcome: 'failed',
      reasonCode: 'checks-failed',
      items: [
        checkItem({ id: text, name: text, status: 'failed', reason: text, detail: text, suggestion: text }),
        checkItem({ id: text, name: text, status: 'warning', reason: text }),
        checkItem({ status: 'failed', waiver: { reason: text, owner: text, expires: '2026-12-31' } }),
      ],
    }),
  )
  const target = { name: 'x', service: 'drs', mode: 'run', endpoint: 'https://drs.example.com' } as const
  const targets = HOSTILE_TEXTS.map(name => ({ ...target, name, tasks }))
  return reportOf(verdict(tasks, { targets: targets.slice(0, 3) }), { name: HOSTILE_TEXTS[0] ?? '' })
}

describe.skipIf(!installed && !inCi)('the JUnit file is valid against the schema of the format', () => {
  it.each(REPORTS)('for a report %s', (_words, report) => {
    expect(complaints(renderJunit(report))).toBe('')
  })

  it('for texts that try to break it', () => {
    expect(complaints(renderJunit(hostileReport()))).toBe('')
  })

  it.each([
    ['an attribute that the format does not have', ' tests="', ' flavour="x" tests="'],
    ['a time stamp with a zone', /(timestamp="[^"]+)"/, '$1Z"'],
    ['a case without a class', / classname="[^"]*"/, ''],
    ['two outcomes of one case', /(<failure[^>]*>[^<]*<\/failure>)/, '$1$1'],
    ['elements in another order', '<properties>', '<system-out></system-out><properties>'],
    ['text that is not escaped', '</failure>', '&nbsp;</failure>'],
  ])('which refuses %s', (_words, search, replacement) => {
    const xml = renderJunit(reportOfItems([checkItem({ status: 'failed', reason: 'R' })]))
    const broken = xml.replace(search, replacement)
    expect(broken).not.toBe(xml)
    expect(complaints(broken)).not.toBe('')
  })
})
