import * as fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ownProblem } from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { ITEMS_WRITTEN_MOST } from '../../src/report/junit.ts'
import type { Report } from '../../src/report/schema.ts'
import { runs, slowdown, TEN_TIMES_MOSTLY } from '../../testing/effort.ts'
import {
  checkItem,
  invalidInputReport,
  judgedTask,
  reportOf,
  reportOfItems,
  SEED,
  verdict,
} from '../../testing/reports/fixtures.ts'
import { HOSTILE_TEXTS, hostileText } from '../../testing/reports/hostile.ts'
import { renderJunit } from '../../testing/reports/whole-texts.ts'

/**
 * What both usual JUnit schemas (Ant's JUnitReport, Jenkins' xUnit plugin 10) accept, written down as strict
 * objects: an attribute or element that one of them does not know fails the parse.
 */
const token = z.string().regex(/^\S(?:.*\S)?$/s)
const whole = z.string().regex(/^\d+$/)
const seconds = z.string().regex(/^\d+(\.\d+)?$/)
const outcome = z.strictObject({
  '@type': z.string(),
  '@message': z.string(),
  '#text': z.string().default(''),
})
const testcase = z
  .strictObject({
    '@name': token,
    '@classname': token,
    '@time': seconds,
    failure: outcome.optional(),
    error: outcome.optional(),
    skipped: outcome.optional(),
  })
  .refine(({ failure, error, skipped }) => [failure, error, skipped].filter(Boolean).length <= 1)
const property = z.strictObject({ '@name': token, '@value': z.string() })
const testsuite = z.strictObject({
  '@name': token,
  '@package': token,
  '@id': whole,
  '@timestamp': z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/),
  '@hostname': token,
  '@tests': whole,
  '@failures': whole,
  '@errors': whole,
  '@skipped': whole,
  '@time': seconds,
  properties: z.strictObject({ property: z.array(property) }),
  testcase: z.array(testcase).default([]),
  'system-out': z.literal(''),
  'system-err': z.literal(''),
})
const document = z.strictObject({
  '?xml': z.strictObject({ '@version': z.literal('1.0'), '@encoding': z.literal('UTF-8') }),
  testsuites: z.strictObject({ testsuite: z.array(testsuite) }),
})

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  isArray: name => ['testsuite', 'testcase', 'property'].includes(name),
})

function suitesOf(report: Report) {
  const xml = renderJunit(report)
  expect(XMLValidator.validate(xml)).toBe(true)
  // Whitespace between elements is no content.
  const parsed = document.parse(parser.parse(xml.replace(/>\s+</g, '><')))
  for (const suite of parsed.testsuites.testsuite) {
    const count = (name: 'failure' | 'error' | 'skipped') =>
      String(suite.testcase.filter(entry => entry[name] !== undefined).length)
    expect(suite).toMatchObject({
      '@tests': String(suite.testcase.length),
      '@failures': count('failure'),
      '@errors': count('error'),
      '@skipped': count('skipped'),
    })
  }
  return parsed.testsuites.testsuite
}

const casesOf = (report: Report) => suitesOf(report).flatMap(suite => suite.testcase)
const waiver = { reason: 'TTL is rebuilt', owner: 'dba-team', expires: '2026-12-31' }

describe('renderJunit', () => {
  it('makes one suite per task', () => {
    const tasks = [judgedTask(), judgedTask({ task: { id: 'task-2', label: 'orders' } })]
    expect(
      suitesOf(reportOf(verdict(tasks))).map(suite => [suite['@id'], suite['@name'], suite['@package']]),
    ).toEqual([
      ['0', 'orders.task-1', 'orders'],
      ['1', 'orders.orders', 'orders'],
    ])
  })

  it('takes failed for a failure, waived for skipped with the reason, and passed for passed', () => {
    const items = [
      checkItem({ id: 'f', status: 'failed', reason: 'R', detail: 'db.a,db.b', suggestion: 'Fix it.' }),
      checkItem({ id: 'w', status: 'failed', waiver }),
      checkItem({ id: 'p' }),
    ]
    const [failed, waived, passed] = casesOf(reportOfItems(items))
    expect(failed?.failure).toMatchObject({ '@type': 'failed', '@message': 'R' })
    expect(failed?.failure?.['#text']).toBe('Source connection\nR\ndb.a, db.b\nWhat to do: Fix it.')
    expect(waived?.skipped?.['@message']).toBe('Accepted by dba-team until 2026-12-31: TTL is rebuilt')
    expect(waived?.skipped?.['@type']).toBe('waived')
    expect(passed).toMatchObject({ '@name': 'p', '@classname': 'orders.task-1' })
    expect(Object.keys(passed ?? {})).toEqual(['@name', '@classname', '@time'])
  })

  it('tells the cases of any two tasks apart, whatever labels, names and ids they have', () => {
    const tasks = [
      judgedTask({ task: { id: 'a', label: 'x' } }),
      judgedTask({ task: { id: 'b', label: 'x' } }),
      judgedTask({ task: { id: 'x', label: null } }),
      judgedTask({ task: { id: 'c', label: 'x\u0000' } }),
    ]
    const target = { service: 'drs', mode: 'run', endpoint: 'https://drs.example.com' } as const
    const targets = [
      { ...target, name: 'orders', tasks },
      { ...target, name: 'orders.x', tasks: [judgedTask({ task: { id: 'y', label: null } })] },
      { ...target, name: 'orders', tasks: [judgedTask({ task: { id: 'x.y', label: null } })] },
    ]
    const keys = casesOf(
      reportOf(verdict([], { targets }), { name: 'orders.x', problems: [verbatim('p')] }),
    ).map(entry => `${entry['@classname']} / ${entry['@name']}`)
    expect(keys).toHaveLength(7)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('tells the items of a task apart, also those that XML makes equal', () => {
    const items = ['i', 'i\u0001', 'pre-check as a whole', 'i (2)'].map(id => checkItem({ id }))
    const names = casesOf(reportOf(verdict([judgedTask({ items, outcome: 'failed' })]))).map(
      entry => entry['@name'],
    )
    expect(new Set(names).size).toBe(5)
  })

  it('over 100,000 items has a case for each finding only, and says how many it leaves out', () => {
    const report = reportOfItems([checkItem({ id: 'f', status: 'failed' }), checkItem({ id: 'p' })])
    const large = { ...report, counts: { ...report.counts, total: ITEMS_WRITTEN_MOST + 1 } }
    const [suite] = suitesOf(large)
    expect(suite?.testcase.map(entry => entry['@name'])).toEqual(['f'])
    expect(suite?.properties.property).toContainEqual({ '@name': 'left-out', '@value': '1' })
    expect(casesOf({ ...report, counts: { ...report.counts, total: ITEMS_WRITTEN_MOST } })).toHaveLength(2)
  })

  it('lets a warning pass and names it in a property of its suite', () => {
    const items = [
      checkItem({ id: 'a', status: 'warning', reason: 'R' }),
      checkItem({ id: 'b', status: 'skipped' }),
    ]
    const [suite] = suitesOf(reportOfItems(items))
    expect(suite).toMatchObject({ '@tests': '2', '@failures': '0', '@errors': '0', '@skipped': '0' })
    expect(suite?.properties.property).toContainEqual({
      '@name': 'warning: a',
      '@value': 'R',
    })
    expect(suite?.properties.property).toContainEqual({
      '@name': 'warning: b',
      '@value': 'skipped',
    })
  })

  it('takes a warning for a failure under fail-on: warning', () => {
    const report = reportOfItems([checkItem({ status: 'warning' })], { failOn: 'warning' })
    expect(casesOf(report)[0]?.failure?.['@type']).toBe('warning')
  })

  it('takes an inconclusive task for an error, and items without a result too', () => {
    const task = judgedTask({
      outcome: 'inconclusive',
      reasonCode: 'timed-out',
      problem: ownProblem('timed-out', verbatim('Waited 30 min.'), verbatim('Raise timeout-minutes.')),
      items: [checkItem({ status: 'pending' }), checkItem({ status: 'unknown' })],
    })
    const [overall, ...items] = casesOf(reportOf(verdict([task])))
    expect(overall?.error).toEqual({
      '@type': 'timed-out',
      '@message': 'Waited 30 min.',
      '#text': 'Waited 30 min.\nRaise timeout-minutes.',
    })
    expect(items.map(entry => entry.error?.['@type'])).toEqual(['pending', 'unknown'])
  })

  it('is never all green for a task that is not passed', () => {
    for (const outcome of ['failed', 'inconclusive'] as const) {
      const task = judgedTask({
        outcome,
        reasonCode: outcome === 'failed' ? 'checks-failed' : 'not-verified',
      })
      const [suite] = suitesOf(reportOf(verdict([task])))
      expect(Number(suite?.['@failures']) + Number(suite?.['@errors'])).toBe(1)
    }
  })

  it('reports invalid input as errors of the gate', () => {
    const [suite] = suitesOf(invalidInputReport(['first', 'second']))
    expect(suite).toMatchObject({ '@name': 'precheck', '@tests': '2', '@errors': '2' })
    expect(suite?.testcase.map(entry => entry.error?.['@message'])).toEqual(['first', 'second'])
  })

  it('is never all green without a task either', () => {
    const judged = verdict([], { decision: 'inconclusive', reasonCode: 'cancelled', targets: [] })
    expect(casesOf(reportOf(judged))[0]?.error?.['@type']).toBe('cancelled')
  })

  it('stays well-formed and in shape whatever the texts are, and keeps them', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const item = checkItem({
          id: text,
          name: text,
          status: 'failed',
          reason: text,
          detail: text,
          suggestion: text,
        })
        const task = judgedTask({
          task: { id: text, label: text },
          precheckId: text,
          items: [item],
          outcome: 'failed',
        })
        const report = reportOf(verdict([task, task]))
        const suites = suitesOf(report)
        expect(suites).toHaveLength(2)
        expect(suites.map(suite => suite.testcase.length)).toEqual([1, 1])
      }),
      { seed: SEED, numRuns: runs(125), examples: HOSTILE_TEXTS.map((text): [string] => [text]) },
    )
  })

  it('keeps text that looks like markup, a boolean or an entity as text', () => {
    for (const text of ['<b>&amp;</b> ]]>', 'true', '&lt;', '"\'', '__proto__']) {
      const [only] = casesOf(
        reportOfItems([checkItem({ id: text, name: null, status: 'failed', reason: text })]),
      )
      expect(only).toMatchObject({ '@name': text, failure: { '@message': text, '#text': text } })
    }
  })

  it('takes time in proportion to the items', () => {
    const reportOf = (length: number) =>
      reportOfItems(Array.from({ length }, (_, at) => checkItem({ id: `item-${at}`, status: 'failed' })))
    const [small, large] = [reportOf(2_000), reportOf(20_000)]
    expect(renderJunit(large).length).toBeGreaterThan(2_000_000)
    const ratio = slowdown(
      () => renderJunit(small),
      () => renderJunit(large),
    )
    expect(ratio).toBeLessThan(TEN_TIMES_MOSTLY)
  })
})
