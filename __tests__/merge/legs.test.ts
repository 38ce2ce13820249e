import { describe, expect, it } from 'vitest'
import { type LegRules, type Legs, legsOf } from '../../src/merge/legs.ts'
import { verdictWithoutTargets } from '../../src/precheck/judge.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { judgeValidation } from '../../src/precheck/validation.ts'
import { reportOf } from '../../testing/reports/fixtures.ts'
import { inBothLanguages } from './in-both-languages.ts'
import { changed, fileOf, legIn, legReport, minutesFromNow, NOW, RULES, RUN, TASK } from './legs-of-a-run.ts'

const orders = legReport('orders')
const billing = legReport('billing')
const reasons = ({ faults }: Legs) => faults.map(({ reason }) => reason)
const names = ({ accepted }: Legs) => accepted.map(({ gate }) => gate.name)
const texts = ({ faults }: Legs) => faults.map(({ text }) => inBothLanguages(text)).join('\n')
/** The legs of the run when `billing` is well and `orders` is this. */
const withOrders = (report: typeof orders, rules: Partial<typeof RULES> = {}) =>
  legsOf([fileOf(report), fileOf(billing)], { ...RULES, ...rules })

describe('legs', () => {
  it('are the reports of all expected names, in that order', () => {
    expect(legsOf([fileOf(billing), fileOf(orders)], RULES)).toEqual({
      accepted: [orders, billing],
      faults: [],
    })
  })

  it('that have left no report are missing, by name', () => {
    const legs = legsOf([fileOf(billing)], RULES)
    expect([names(legs), reasons(legs)]).toEqual([['billing'], ['leg-missing']])
    expect(texts(legs)).toBe(
      'leg orders: missing, because no report of it was found; its job was skipped or cancelled, or ended before the gate, or did not hand its report over',
    )
  })

  it('are all missing where there is no file', () => {
    expect(reasons(legsOf([], RULES))).toEqual(['leg-missing', 'leg-missing'])
  })

  it('with a name that is not expected are not accepted, and the name is shown', () => {
    const legs = legsOf([fileOf(orders), fileOf(billing), fileOf(legReport('archive'))], RULES)
    expect([names(legs), reasons(legs)]).toEqual([['orders', 'billing'], ['leg-not-accepted']])
    expect(texts(legs)).toContain(
      'archive/report.json: not accepted, because its name, "archive", is not expected',
    )
  })

  it('are compared by the whole name, with case', () => {
    expect(reasons(withOrders(legReport('Orders')))).toEqual(['leg-not-accepted', 'leg-missing'])
  })

  it.each([
    ['another run', { runId: '4712' }, 'it is of another run'],
    ['another repository', { repository: 'acme/other' }, 'it is of another repository'],
    ['no run at all', null, 'it does not say which run it is of'],
  ])('of %s are not accepted, and not missing either', (_, run, why) => {
    const legs = withOrders(legReport('orders', { run }))
    expect([names(legs), reasons(legs)]).toEqual([['billing'], ['leg-not-accepted']])
    expect(texts(legs)).toBe(`leg orders, orders/report.json: not accepted, because ${why}`)
  })

  it('of another commit of the same run are taken: a run has one', () => {
    expect(reasons(withOrders(legReport('orders', { run: { sha: null } })))).toEqual([])
  })

  it.each([
    ['five minutes from now', minutesFromNow(5), null, []],
    ['later than that', new Date(minutesFromNow(5).getTime() + 1), null, ['leg-not-accepted']],
    ['long ago, where nobody asks', minutesFromNow(-60 * 24 * 365), null, []],
    ['just max-age-minutes ago', minutesFromNow(-30), 30 * 60_000, []],
    ['longer ago', new Date(minutesFromNow(-30).getTime() - 1), 30 * 60_000, ['leg-not-accepted']],
  ] as const)('that finished %s', (_, finishedAt, maxAgeMs, expected) => {
    const legs = withOrders(legReport('orders', { facts: { startedAt: finishedAt, finishedAt } }), {
      maxAgeMs,
    })
    expect(reasons(legs)).toEqual(expected)
    const at = `finished at ${finishedAt.toISOString()}`
    if (maxAgeMs !== null && expected.length > 0)
      expect(texts(legs)).toContain(`because it is too old (${at}, and max-age-minutes is 30)`)
    else if (expected.length > 0) expect(texts(legs)).toContain(`because it is from the future (${at})`)
  })

  it('that do not say when they finished are not accepted', () => {
    const legs = withOrders({ ...orders, finishedAt: 'soon' })
    expect(reasons(legs)).toEqual(['leg-not-accepted'])
    expect(texts(legs)).toContain('because it does not say when it was finished')
  })

  it('that were only validated are not accepted, whatever their decision', () => {
    const target = { name: 'drs', service: 'drs', endpoint: 'https://drs.example' }
    const problem = {
      reason: 'not-found',
      message: verbatim('x'),
      code: null,
      httpStatus: 404,
      requestId: null,
      advice: null,
    } as const
    const tasks = [null, problem].map((one, index) => ({
      task: { id: `${index}`, label: null },
      problem: one,
    }))
    const policy = {
      failOn: 'failed',
      waivers: [],
      today: '2026-11-30',
      redact: (text: string) => text,
    } as const
    for (const of of [tasks.slice(0, 1), tasks, tasks.slice(1)]) {
      const report = reportOf(judgeValidation([{ ...target, tasks: of }], policy), {
        name: 'orders',
        run: RUN,
      })
      expect(reasons(withOrders(report))).toEqual(['leg-not-accepted'])
      expect(texts(withOrders(report))).toContain('because mode validate wrote it, which checks nothing')
    }
  })

  it.each([
    ['the gate', 'gate/decision', 'validated'],
    ['a target', 'targets/0/mode', 'validate'],
    ['a task', `${TASK}/outcome`, 'validated'],
  ])('are not accepted when no more than %s says that it was only validated', (_, place, value) => {
    const [target] = orders.targets
    const two = [...(target?.tasks ?? []), ...(target?.tasks ?? [])]
    const legs = withOrders(changed(orders, ['targets/0/tasks', two], [place, value]))
    expect(texts(legs)).toContain('because mode validate wrote it, which checks nothing')
  })

  it('are named in Chinese too, where they are expected, and the file always', () => {
    const chinese = ({ faults }: Legs) => faults.map(({ text }) => text.in('zh-cn'))
    const other = legReport('orders', { run: { runId: '4712' } })
    expect(chinese(withOrders(other))).toEqual([
      '分支 orders，orders/report.json：不被认可，因为它属于另一次运行',
    ])
    expect(chinese(legsOf([fileOf(orders), fileOf(billing), fileOf(legReport('archive'))], RULES))).toEqual([
      'archive/report.json：不被认可，因为其名称 "archive" 不在预期之内',
    ])
  })

  it('without tasks keep their inconclusive decision', () => {
    for (const reason of ['invalid-input', 'policy-unavailable', 'not-verified'] as const) {
      const report = reportOf(verdictWithoutTargets(reason, 'failed'), {
        name: 'orders',
        run: RUN,
        finishedAt: NOW,
        problems: [verbatim('region: missing')],
      })
      const legs = withOrders(report)
      expect([names(legs), reasons(legs)]).toEqual([['orders', 'billing'], []])
    }
  })
})

describe('several reports of one name', () => {
  const attempt = (runAttempt: number, minutes = -10) =>
    legReport('orders', { run: { runAttempt }, facts: { finishedAt: minutesFromNow(minutes) } })

  it('count by their attempt: the highest one, wherever it stands', () => {
    const [first, tenth] = [attempt(2), attempt(10)]
    for (const files of [
      [first, tenth],
      [tenth, first],
    ]) {
      const legs = legsOf(
        [...files.map((one, index) => fileOf(one, `${index}.json`)), fileOf(billing)],
        RULES,
      )
      expect(legs).toEqual({ accepted: [tenth, billing], faults: [] })
    }
  })

  it('of one attempt are not accepted, neither of them, though a later one is there', () => {
    for (const more of [[], [attempt(2)]]) {
      const files = [attempt(1), attempt(1), ...more].map((one, index) => fileOf(one, `${index}.json`))
      const legs = legsOf([...files, fileOf(billing)], RULES)
      expect([names(legs), reasons(legs)]).toEqual([['billing'], ['leg-not-accepted', 'leg-not-accepted']])
      expect(texts(legs)).toContain(
        'leg orders, 1.json: not accepted, because there is another report of its name',
      )
    }
  })

  it('are asked for their age where they count: what a later attempt has replaced may be old', () => {
    const files = [attempt(1, -90), attempt(2, -10), billing].map((one, index) =>
      fileOf(one, `${index}.json`),
    )
    expect(reasons(legsOf(files, { ...RULES, maxAgeMs: 60 * 60_000 }))).toEqual([])
    const older = [attempt(1, -10), attempt(2, -90), billing].map((one, index) =>
      fileOf(one, `${index}.json`),
    )
    expect(reasons(legsOf(older, { ...RULES, maxAgeMs: 60 * 60_000 }))).toEqual(['leg-not-accepted'])
  })

  it('are not accepted where one of them was tampered with, whichever counts', () => {
    const tampered = changed(attempt(1), ['counts/passed', 7])
    const legs = legsOf([fileOf(tampered, '1.json'), fileOf(attempt(2), '2.json'), fileOf(billing)], RULES)
    expect(reasons(legs)).toEqual(['leg-not-accepted'])
  })
})

describe('under any-run', () => {
  const rules = { ...RULES, anyRun: true }
  const other = { runId: '1', repository: 'acme/other' }

  it('reports of any run count, when they are of the commit of this one', () => {
    expect(reasons(withOrders(legReport('orders', { run: other }), rules))).toEqual([])
    for (const run of [{ sha: 'b'.repeat(40) }, { sha: null }, null])
      expect(texts(withOrders(legReport('orders', { run }), rules))).toContain(
        'not of the commit of this run',
      )
  })

  it('nothing counts where this run does not say its commit', () => {
    const legs = withOrders(orders, { ...rules, run: { ...RUN, sha: null } })
    expect(reasons(legs)).toEqual(['leg-not-accepted', 'leg-not-accepted'])
    expect(texts(legs)).toContain('because this run does not say which commit it is of')
  })

  it('and without a CI around it the commit is not compared', () => {
    const reports = [
      legReport('orders', { run: null }),
      legReport('billing', { run: { sha: 'b'.repeat(40) } }),
    ]
    const files = reports.map(report => fileOf(report))
    expect(reasons(legsOf(files, { ...rules, run: null }))).toEqual([])
  })

  it('any two of one name are not accepted, of whatever attempt', () => {
    const twice = [orders, legReport('orders', { run: { runAttempt: 2 } })]
    const files = [...twice.map((one, index) => fileOf(one, `${index}.json`)), fileOf(billing)]
    const legs = legsOf(files, rules)
    expect(reasons(legs)).toEqual(['leg-not-accepted', 'leg-not-accepted'])
    expect(texts(legs)).toMatch(
      /^leg orders, 0\.json: not accepted, because there is another report of its name$/m,
    )
  })

  it('without a CI and without any-run nothing counts', () => {
    expect(reasons(withOrders(orders, { run: null }))).toEqual(['leg-not-accepted', 'leg-not-accepted'])
  })
})

describe('what the jobs of the legs came to', () => {
  it.each([
    ['success', []],
    ['failure', ['leg-missing']],
    ['cancelled', ['leg-missing']],
    ['skipped', ['leg-missing']],
    [null, []],
  ] as const)('%s beside reports that have all passed', (legsResult, expected) => {
    const legs = withOrders(orders, { legsResult })
    expect(reasons(legs)).toEqual(expected)
    expect(names(legs)).toEqual(['orders', 'billing'])
  })

  it('failure needs no other reason where a report tells of one', () => {
    const failed = legReport('orders', { statuses: ['failed'] })
    expect(reasons(withOrders(failed, { legsResult: 'failure' }))).toEqual([])
    expect(reasons(legsOf([fileOf(orders)], { ...RULES, legsResult: 'failure' }))).toEqual(['leg-missing'])
  })

  it('cancelled says so besides what is wrong with the reports', () => {
    const legs = legsOf([fileOf(orders)], { ...RULES, legsResult: 'cancelled' })
    expect(texts(legs)).toMatch(/leg billing: missing.*\n.*legs were cancelled/)
  })

  it('is told in words, with what the reports are then', () => {
    const told = (legsResult: 'skipped' | 'failure', rules: Partial<LegRules> = {}) =>
      texts(withOrders(orders, { ...rules, legsResult }))
    expect(told('skipped')).toBe(
      'legs-result: a leg is missing, because jobs of legs were skipped; the jobs of this run say which leg',
    )
    const run = RULES.run && { ...RULES.run, runAttempt: 2 }
    expect(told('skipped', { run })).toBe(
      'legs-result: a leg is missing, because jobs of legs were skipped; of an earlier attempt are the reports of orders, billing',
    )
    expect(told('failure')).toBe(
      'legs-result: a leg is missing, because the job of one failed, and every report says passed; its log says why',
    )
  })
})

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])

describe('a file', () => {
  const text = JSON.stringify(orders)

  it('that is a report is one', () => {
    expect(legIn('a.json', text)).toEqual({ file: 'a.json', report: orders })
  })

  it.each([
    ['empty', '', 'it is empty'],
    ['blank', ' \n', 'it is empty'],
    ['cut', text.slice(0, -1), 'it is not JSON'],
    ['cut early', text.slice(0, 40), 'it is not JSON'],
    ['a word', 'secret', 'it is not JSON'],
    ['nested deep', '['.repeat(200_000) + ']'.repeat(200_000), 'it is'],
    ['null', 'null', 'it is no report.json'],
    ['a list', `[${text}]`, 'it is no report.json'],
  ])('that is %s is none, and nothing of it is quoted', (_, content, why) => {
    const read = legIn('a.json', content)
    expect(read).toMatchObject({ file: 'a.json', name: null })
    const legs = legsOf([read], RULES)
    expect(texts(legs)).toContain(`a.json: not accepted, because ${why}`)
    expect(texts(legs)).not.toContain('secret')
    expect(reasons(legsOf([read, fileOf(orders), fileOf(billing)], RULES))).toEqual(['leg-not-accepted'])
    expect(reasons(legsOf([read, fileOf(billing)], RULES))).toEqual(['leg-not-accepted', 'leg-missing'])
  })

  it.each([
    ['a surplus key', { ...orders, more: 1 }],
    ['a key that is gone', { ...orders, counts: undefined }],
    ['another version', { ...orders, schemaVersion: 2 }],
    ['an unknown decision', { ...orders, gate: { ...orders.gate, decision: 'fine' } }],
    ['an object nested 3,000 times', { ...orders, targets: nested(3_000) }],
  ])('that has %s is not valid, and its leg is not accepted but not missing', (_, report) => {
    const read = legIn('a.json', JSON.stringify(report))
    const legs = legsOf([read, fileOf(billing)], RULES)
    expect(reasons(legs)).toEqual(['leg-not-accepted'])
    expect(texts(legs)).toMatch(/^leg orders, a\.json: not accepted/)
  })

  it('may call itself what nobody expects; then the leg is missing too', () => {
    const read = legIn('a.json', JSON.stringify({ gate: { name: 'archive' } }))
    expect(texts(legsOf([read, fileOf(billing)], RULES))).toMatch(
      /^a\.json: not accepted.*\nleg orders: missing/,
    )
  })
})
