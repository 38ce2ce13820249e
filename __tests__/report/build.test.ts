import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Catalogue, type Explanation, loadCatalogue } from '../../src/catalogue/catalogue.ts'
import { Secrets } from '../../src/cloud/secrets.ts'
import type { JsonValue } from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { buildReport } from '../../src/report/build.ts'
import { findingGroups } from '../../src/report/findings.ts'
import { jsonOf } from '../../src/report/redacted-json.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { runs } from '../../testing/effort.ts'
import {
  checkItem,
  judgedTask,
  NO_CATALOGUE,
  reportOf,
  reportOfItems,
  SEED,
  step,
  verdict,
} from '../../testing/reports/fixtures.ts'
import { hostileText } from '../../testing/reports/hostile.ts'
import { inEnglish } from '../precheck/in-english.ts'

const notes: Explanation = {
  title: 'Binlog enabled',
  causes: ['It is off.'],
  steps: [step('Switch it on.')],
  doc: 'https://docs.example.com/binlog',
  isGeneral: false,
}
const catalogue: Catalogue = {
  ...NO_CATALOGUE,
  item: (service, topic) => (service === 'drs' && topic === 'binlog' ? notes : null),
  reason: (_service, code) =>
    code === 'KNOWN' ? { meaning: 'No right.', steps: [step('Grant it.')] } : null,
}
const firstItem = (report: ReturnType<typeof reportOf>) => report.targets[0]?.tasks[0]?.items[0]
const oneItem = (change: Parameters<typeof checkItem>[0]) =>
  firstItem(reportOf(verdict([judgedTask({ items: [checkItem(change)] })]), {}, catalogue))

describe('the title of an item', () => {
  it('is what the service calls it, else the catalogue, else its id', () => {
    expect(oneItem({ topic: 'binlog', name: 'From the service' })?.title).toBe('From the service')
    expect(oneItem({ topic: 'binlog', name: null })?.title).toBe('Binlog enabled')
    expect(oneItem({ topic: 'BINLOG', id: 'BINLOG', name: null })?.title).toBe('BINLOG')
  })

  it('is never empty', () => {
    expect(oneItem({ topic: '', id: '', name: ' ' })?.title).toBe('(check item without a name)')
  })
})

describe('the suggestion of an item', () => {
  it('is the one of the service, else that of the catalogue, else null', () => {
    expect(oneItem({ topic: 'binlog', suggestion: 'Do this.' })?.suggestion).toBe('Do this.')
    expect(oneItem({ topic: 'binlog' })).toMatchObject({ suggestion: 'Switch it on.', doc: notes.doc })
    expect(oneItem({ topic: 'other' })).toMatchObject({ suggestion: null, doc: null })
  })

  it('is that of a known reason rather than that of the item', () => {
    expect(oneItem({ topic: 'binlog', reason: 'KNOWN' })?.suggestion).toBe('Grant it.')
    expect(oneItem({ topic: 'binlog', reason: 'UNKNOWN' })?.suggestion).toBe('Switch it on.')
    expect(oneItem({ topic: 'binlog', reason: 'KNOWN', suggestion: 'Do this.' })?.suggestion).toBe('Do this.')
  })
})

describe('the report', () => {
  it('turns empty text into null and keeps progress within its range', () => {
    const tasks = [
      judgedTask({ precheckId: ' ', progress: 130, items: [checkItem({ reason: '', detail: ' ' })] }),
    ]
    const report = reportOf(verdict(tasks))
    expect(report.targets[0]?.tasks[0]).toMatchObject({ precheckId: null, progress: 100 })
    expect(firstItem(report)).toMatchObject({ reason: null, detail: null })
  })

  it('carries the problem of a task as its error', () => {
    const problem = {
      reason: 'not-found',
      code: 'DRS.M05003',
      message: verbatim('No such task.'),
      httpStatus: 400,
      requestId: 'r-1',
      advice: verbatim('Check the id.'),
    } as const
    const { reason: _, ...error } = inEnglish(problem)
    const report = reportOf(verdict([judgedTask({ problem })]))
    expect(report.targets[0]?.tasks[0]?.error).toEqual(error)
  })

  it('keeps hostile keys of data as plain keys', () => {
    const blackObjects: JsonValue = JSON.parse('{"__proto__":{"a":"b"},"constructor":1}')
    expect(JSON.stringify(oneItem({ blackObjects })?.blackObjects)).toBe(
      '{"__proto__":{"a":"b"},"constructor":1}',
    )
  })

  it('cuts data that is nested without end, so that it can still be written', () => {
    const deep: JsonValue = JSON.parse(`${'['.repeat(5000)}1${']'.repeat(5000)}`)
    expect(JSON.stringify(oneItem({ blackObjects: deep }))).toContain('(nested too deep to be shown)')
  })
})

function secretsOf(...all: readonly string[]): Secrets {
  const secrets = new Secrets(() => {})
  for (const secret of all) secrets.add(secret)
  return secrets
}

describe('redaction', () => {
  const SECRET = 'hunter2secret'
  const redact = (text: string) => text.replaceAll(SECRET, '***')
  const waiver = { reason: SECRET, owner: SECRET, expires: '2026-12-31' }
  const listed = { ...waiver, item: SECRET, service: null, task: SECRET }
  const gone = {
    ...{ target: SECRET, service: 'drs', task: SECRET, item: `${SECRET} gone` },
    ...{ title: SECRET, status: 'failed' as const, reason: SECRET },
  }
  const facts = {
    name: SECRET,
    startedAt: new Date(0),
    finishedAt: new Date(1000),
    requests: 1,
    polls: 1,
    problems: [verbatim(SECRET)],
    language: 'en-us' as const,
    run: {
      ci: 'github' as const,
      repository: SECRET,
      runId: SECRET,
      runAttempt: 1,
      sha: SECRET,
      job: SECRET,
      url: SECRET,
    },
    placeOf: () => ({ file: SECRET, line: 7 }),
    earlier: { finishedAt: new Date(0).toISOString(), decision: 'failed' as const, findings: [gone] },
  }
  const task = judgedTask({
    task: { id: SECRET, label: SECRET },
    precheckId: SECRET,
    problem: {
      reason: 'not-found',
      code: SECRET,
      message: verbatim(SECRET),
      httpStatus: 400,
      requestId: SECRET,
      advice: verbatim(SECRET),
    },
    items: [
      checkItem({
        id: SECRET,
        name: SECRET,
        group: SECRET,
        rawStatus: SECRET,
        reason: SECRET,
        detail: SECRET,
        suggestion: SECRET,
        subJobs: [{ id: SECRET, name: SECRET, status: SECRET }],
        skipConsequence: SECRET,
        blackObjects: { [`key ${SECRET}`]: [SECRET, { x: SECRET }] },
        waiver,
      }),
    ],
  })

  it('reaches every text, the keys of what a service found too', () => {
    const judged = verdict([], {
      targets: [{ name: SECRET, service: 'drs', mode: 'run', endpoint: SECRET, tasks: [task] }],
      waivers: { applied: 1, expired: [listed], unused: [listed], missed: [] },
    })
    const written = JSON.stringify(buildReport(judged, facts, NO_CATALOGUE, redact))
    expect(written).toContain('"key ***":')
    expect(written).not.toContain(SECRET)
  })

  it('loses nothing where keys are alike once redacted', () => {
    const { redact } = secretsOf('hunter2secret', 'a/b"secret')
    const found = {
      hunter2secret: 1,
      'a%2fb%22secret': 2,
      '***#2': 3,
      'YS9iInNlY3JldA==': { hunter2secret: [4], 'a&#47;b&quot;secret': 5 },
      '__proto__ hunter2secret': 6,
    }
    expect(Object.entries(jsonOf(found, redact) ?? {})).toEqual([
      ['***', 1],
      ['***#2', 2],
      ['***#2#2', 3],
      ['***A==', { '***': [4], '***#2': 5 }],
      ['__proto__ ***', 6],
    ])
  })

  it('reaches what the catalogue says of every item and reason, however often it says it', async () => {
    const words = { title: SECRET, checks: SECRET, causes: [SECRET] }
    const steps = (of: string) => [
      { 'en-us': `${of}: ${SECRET}.`, 'zh-cn': '', code: `${SECRET} ${of}`, lang: SECRET },
    ]
    const item = { confidence: 'general', doc: SECRET, engines: ['all'], rank: 'rest', steps: steps('item') }
    const data = {
      lists: { other: SECRET },
      groups: {},
      items: { binlog: { ...item, 'en-us': words, 'zh-cn': words } },
      reasons: {
        KNOWN: { 'en-us': { meaning: SECRET }, 'zh-cn': { meaning: '' }, steps: steps('reason') },
      },
    }
    const team = new Map([['own', { steps: [step(SECRET, { code: SECRET })], doc: SECRET }]])
    const said = await loadCatalogue([{ name: 'drs', catalogue: async () => data }], [{ service: 'drs' }], {
      language: 'en-us',
      redact,
      team,
    })
    const items = ['KNOWN', 'UNKNOWN', 'KNOWN'].map(reason =>
      checkItem({ id: 'binlog', topic: 'binlog', name: null, reason, status: 'failed' }),
    )
    const own = checkItem({ id: 'own', status: 'warning' })
    const judged = verdict([judgedTask({ items }), judgedTask({ items: [...items, own] })])
    const report = buildReport(judged, { ...facts, name: '', problems: [] }, said, redact)
    const told = report.targets.flatMap(({ tasks }) => tasks.flatMap(one => one.items))
    const suggestions = told.map(({ suggestion }) => suggestion)
    expect(suggestions.slice(0, 3)).toEqual([
      'reason: ***: *** reason',
      'item: ***: *** item',
      'reason: ***: *** reason',
    ])
    expect(suggestions.slice(3, 6)).toEqual(suggestions.slice(0, 3))
    expect(suggestions[6]).toBe('*** ***')
    expect(told.slice(0, 6).every(({ title, doc }) => title === '***' && doc === '***')).toBe(true)
    const groups = findingGroups(report, said)
    expect(groups[0]).toMatchObject({ known: { meaning: '***' }, list: '***', items: [{ causes: ['***'] }] })
    expect(JSON.stringify([report, groups])).not.toContain(SECRET)
  })

  it('leaves numbers, times and closed lists of words alone', () => {
    const report = buildReport(verdict([judgedTask()]), facts, NO_CATALOGUE, () => '***')
    expect(report).toMatchObject({
      gate: { decision: 'passed', reasonCode: 'all-passed', failOn: 'failed' },
      startedAt: '1970-01-01T00:00:00.000Z',
      targets: [
        {
          service: 'drs',
          mode: 'run',
          tasks: [{ outcome: 'passed', freshness: 'new', items: [{ status: 'passed' }] }],
        },
      ],
    })
  })
})

it('every report fits its schema, whatever the texts are', () => {
  fc.assert(
    fc.property(hostileText, text => {
      const report = reportOfItems([checkItem({ id: text, name: text, detail: text, blackObjects: [text] })])
      expect(reportSchema.safeParse(report).success).toBe(true)
    }),
    { seed: SEED, numRuns: runs(75) },
  )
})
