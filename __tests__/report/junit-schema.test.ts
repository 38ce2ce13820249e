import { readFileSync } from 'node:fs'
import { XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { ownProblem } from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import type { Report } from '../../src/report/schema.ts'
import {
  checkItem,
  invalidInputReport,
  judgedTask,
  reportOf,
  reportOfItems,
  verdict,
} from '../../testing/reports/fixtures.ts'
import { HOSTILE_TEXTS } from '../../testing/reports/hostile.ts'
import { renderJunit } from '../../testing/reports/whole-texts.ts'

/** The written file against the schema of the format, by a validator that is not ours: libxml2, which fetches nothing. */

const SCHEMA = new URL('../data/junit.xsd', import.meta.url)
const schema = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(SCHEMA)))

/** What libxml2 has against a document, as XML or by the schema; empty when it is valid. */
function complaints(xml: string): string {
  try {
    const document = XmlDocument.fromBuffer(Buffer.from(xml))
    schema.validate(document)
    document.dispose()
    return ''
  } catch (error) {
    // Anything else is no word about the document.
    if (!(error instanceof XmlLibError)) throw error
    return error.message
  }
}

const waiver = { reason: 'TTL is rebuilt', owner: 'dba-team', expires: '2026-12-31' }
const timedOut = judgedTask({
  outcome: 'inconclusive',
  reasonCode: 'timed-out',
  problem: ownProblem('timed-out', verbatim('Waited 30 min.'), verbatim('Raise timeout-minutes.')),
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
  [
    'of invalid input beside tasks',
    reportOf(verdict([judgedTask()]), { problems: [verbatim('a waiver is unused')] }),
  ],
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

describe('the JUnit file is valid against the schema of the format', () => {
  it.each(REPORTS)('for a report %s', (_words, report) => {
    expect(complaints(renderJunit(report))).toBe('')
  })

  it('for texts that try to break it', () => {
    expect(complaints(renderJunit(hostileReport()))).toBe('')
  })

  it.each([
    [
      'an attribute that the format does not have',
      ' tests="',
      ' flavour="x" tests="',
      "'flavour' is not allowed",
    ],
    ['a time stamp with a zone', /(timestamp="[^"]+)"/, '$1Z"', "attribute 'timestamp'"],
    ['a case without a class', / classname="[^"]*"/, '', "'classname' is required"],
    ['two outcomes of one case', /(<failure[^>]*>[^<]*<\/failure>)/, '$1$1', "'failure': This element"],
    ['elements in another order', '<properties>', '<system-out></system-out><properties>', "'system-out'"],
    ['text that is not escaped', '</failure>', '&nbsp;</failure>', "'nbsp' not defined"],
  ])('which refuses %s', (_words, search, replacement, complaint) => {
    const xml = renderJunit(reportOfItems([checkItem({ status: 'failed', reason: 'R' })]))
    const broken = xml.replace(search, replacement)
    expect(broken).not.toBe(xml)
    expect(complaints(broken)).toContain(complaint)
  })
})
