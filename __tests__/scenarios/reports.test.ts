import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import dds from '../../simulator/payloads/drs-result-dds.json' with { type: 'json' }
import mysql from '../../simulator/payloads/drs-result-mysql.json' with { type: 'json' }
import { annotationsOf, runGate, runStep, SECOND_TASK, TASK, taskOf, verdictOf } from './harness.ts'

const both = {
  drs: [
    { id: TASK, timeline: [{ payload: 'drs-mysql-failed' as const }] },
    { id: SECOND_TASK, timeline: [{ payload: 'drs-dds' as const }] },
  ],
}
const BOTH = { 'job-ids': `${TASK} ${SECOND_TASK}` }
const quick = { drs: [{ id: TASK, timeline: [{ payload: 'drs-mysql-failed' as const }] }] }

/** Item codes of a documented answer. */
const codesOf = (payload: typeof mysql | typeof dds) =>
  payload.results.flatMap(result => result.precheck_result.map(({ item }) => item))

describe.concurrent('the job summary', () => {
  it.each([
    ['MySQL', 'drs-mysql', mysql, 39],
    ['DDS', 'drs-dds', dds, 27],
  ] as const)(
    'shows every check item of the documented %s answer',
    async (_words, payload, answer, count) => {
      const end = await runGate({ scenario: { drs: [{ id: TASK, timeline: [{ payload }] }] } })
      const codes = codesOf(answer)
      expect(codes).toHaveLength(count)
      const rows = end.summary.split('\n').filter(line => line.startsWith('| '))
      expect(codes.filter(code => !rows.some(row => row.includes(`\`${code}\``)))).toEqual([])
      expect(
        taskOf(end)
          .items.map(({ id }) => id)
          .sort(),
      ).toEqual([...codes].sort())
    },
  )

  it('has decision, counts, findings, items and timing in this order', async () => {
    const { summary } = await runGate({ scenario: both, inputs: BOTH })
    const places = [
      'Pre-check failed',
      'checks-failed',
      '| Task |',
      'Fix first',
      'DST_DB_CONNECTION_FAILED',
      'To look at',
      '### All check items',
      'requests',
    ].map(text => summary.indexOf(text))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('groups items that failed for one reason, with what was found and what to do', async () => {
    const { summary } = await runGate({ scenario: quick })
    const reason = 'MYSQL_SOURCE_DB_PRIVILEGES_IS_NOT_ENOUGH_FOR_INCRE'
    const findings = summary.slice(0, summary.indexOf('### All check items'))
    expect(findings.split(reason)).toHaveLength(2)
    for (const item of ['srcDbBinlogIsOff', 'srcGtidStatusCheck', 'srcDbPrivilegesIsEnoughForIncre']) {
      expect(findings).toContain(item)
    }
    expect(findings).toMatch(/What to do/)
    expect(findings).toMatch(/\]\(https:\/\/support\.huaweicloud\.com\//)
  })

  it("shows the team's own steps as such, and the rest as the catalogue has it, without another verdict", async () => {
    const text =
      'version: 1\nitems:\n  dstDbConnection:\n    steps: [{ text: "Ask us:", code: "ping db", lang: shell }]\n'
    const inputs = { summary: 'findings', catalogue: 'catalogue.yml' } as const
    const own = await runGate({
      scenario: quick,
      inputs,
      prepare: ({ write }) => void write('catalogue.yml', text),
    })
    const plain = await runGate({ scenario: quick, inputs: { summary: 'findings' } })
    expect(verdictOf(own)).toEqual(verdictOf(plain))
    const item = taskOf(own).items.find(({ id }) => id === 'dstDbConnection')
    expect(item).toMatchObject({ adviceFrom: 'team', suggestion: 'Ask us: ping db' })
    expect(own.summary).toContain("(The team's own advice, from the file that the input `catalogue` names.)")
    expect(own.summary).toMatch(/\n1\. Ask us: \(shell; not tried on a database\)\n( +)```\n\1ping db\n\1```/)
    const others = taskOf(own).items.filter(
      ({ id, status }) => id !== 'dstDbConnection' && status === 'failed',
    )
    expect(others.map(({ adviceFrom }) => adviceFrom)).not.toContain('team')
  })

  it('holds the entries that waive its findings once they are filled in, each group alone and nothing besides', async () => {
    const { summary } = await runGate({ scenario: quick })
    const groups = [...summary.matchAll(/```yaml\n( +- item:[\s\S]*?)```/g)].map(([, text = '']) =>
      text.replaceAll('reason: ""', 'reason: known').replaceAll('owner: ""', 'owner: dba'),
    )
    expect(groups.length).toBeGreaterThan(1)
    const waivedBy = async (text: string) => {
      const end = await runGate({
        scenario: quick,
        inputs: { waivers: 'waivers.yml' },
        prepare: ({ write }) => void write('waivers.yml', `version: 1\nwaivers:\n${text}`),
      })
      return taskOf(end).items.filter(item => item.waiver !== null)
    }
    const [first = ''] = groups
    const entries = first.match(/- item:/g)?.length
    expect(await waivedBy(first)).toHaveLength(entries ?? 0)
    const all = groups.join('')
    expect(await waivedBy(all)).toHaveLength(all.match(/- item:/g)?.length ?? 0)
  })

  it('leaves the list of all items out with summary: findings', async () => {
    const { summary } = await runGate({ scenario: quick, inputs: { summary: 'findings' } })
    expect(summary).toContain('dstDbConnection')
    expect(summary).not.toContain('innodbStrictModeConsistency')
  })

  it('stays empty with summary: off, and the reports do not', async () => {
    const end = await runGate({ scenario: quick, inputs: { summary: 'off' } })
    expect(end.summary).toBe('')
    expect(taskOf(end).items).toHaveLength(40)
  })
})

describe.concurrent('annotations', () => {
  it('begin with the verdict as an error, then the findings, at most ten of a level', async () => {
    const end = await runGate({ scenario: both, inputs: BOTH })
    const [verdict, ...others] = annotationsOf(end)
    expect(verdict).toMatchObject({ level: 'error', title: 'Pre-check failed: precheck' })
    expect(verdict?.message).toContain('checks-failed')
    expect(others.map(({ level }) => level)).toContain('warning')
    expect(others.map(({ message }) => message).join('\n')).toContain('DST_DB_CONNECTION_FAILED')
  })

  it('count what does not fit in the last one', async () => {
    const items = Array.from({ length: 40 }, (_, index) => ({
      item: `item${index}`,
      group: 'g',
      result: index % 2 === 0 ? 'FAILED' : 'ALARM',
      failed_reason: `REASON_${index}`,
    }))
    const end = await runGate({ scenario: { drs: [{ id: TASK, timeline: [{ process: '100%', items }] }] } })
    for (const level of ['error', 'warning']) {
      const shown = annotationsOf(end).filter(annotation => annotation.level === level)
      expect(shown).toHaveLength(10)
      expect(shown.at(-1)?.title).toMatch(/\d+ more/)
    }
  })

  it('are warnings, not errors, when the gate does not fail the step', async () => {
    const end = await runGate({ scenario: quick, inputs: { 'fail-on': 'never' } })
    expect(annotationsOf(end).map(({ level }) => level)).not.toContain('error')
    expect(annotationsOf(end)[0]).toMatchObject({ level: 'warning', title: 'Pre-check failed: precheck' })
  })

  it('stay away with annotations: false, and the last line still says how it ended', async () => {
    const end = await runGate({ scenario: quick, inputs: { annotations: 'false' } })
    expect(annotationsOf(end)).toEqual([])
    expect(end.lines.filter(line => line.startsWith('::'))).toEqual([])
    expect(end.lines.at(-1)).toBe(
      'precheck: failed (checks-failed): 4 failed, 1 warning, 35 passed of 40 check items in 1 task',
    )
  })
})

describe.concurrent('the language', () => {
  it('zh-cn is asked of the service and used for titles and advice', async () => {
    const start = {
      status: 'failed' as const,
      error_code: 'DRS.M00304',
      error_msg: { 'en-us': 'Not allowed.', 'zh-cn': '不允许执行该操作。' },
    }
    const scenario = { drs: [...quick.drs, { id: SECOND_TASK, start }] }
    const end = await runGate({ scenario, inputs: { ...BOTH, language: 'zh-cn' } })
    expect(new Set(end.requests.map(({ headers }) => headers['x-language']))).toEqual(new Set(['zh-cn']))
    expect(taskOf(end, SECOND_TASK).error?.message).toContain('不允许执行该操作。')
    const items = taskOf(end).items
    expect(items.filter(({ title }) => !/\p{Script=Han}/u.test(title))).toEqual([])
    expect(end.summary).toMatch(/\p{Script=Han}/u)
  })

  it('is English without a word', async () => {
    const end = await runGate({ scenario: quick })
    expect(new Set(end.requests.map(({ headers }) => headers['x-language']))).toEqual(new Set(['en-us']))
    expect(taskOf(end).items.find(({ id }) => id === 'dstDbConnection')?.title).toBe(
      'Destination database connection',
    )
  })
})

describe.concurrent('the report files', () => {
  it('lie under the runner’s temporary folder, named after the gate', async () => {
    const end = await runGate({ scenario: quick, inputs: { name: 'orders.prod-1' } })
    expect(end.outputs['report-json']).toMatch(/temp[/\\]precheck-gate[/\\]orders\.prod-1[/\\]report\.json$/)
    expect(end.outputs['report-junit']).toMatch(
      /temp[/\\]precheck-gate[/\\]orders\.prod-1[/\\]report\.junit\.xml$/,
    )
    expect(end.outputs['report-html']).toMatch(/temp[/\\]precheck-gate[/\\]orders\.prod-1[/\\]report\.html$/)
    expect(end.html).toMatch(/^<!doctype html>[\s\S]*data-item="dstDbConnection"[\s\S]*<\/html>\n$/)
    expect(end.summary).toContain(path.basename(end.outputs['report-html'] ?? ''))
    expect(path.isAbsolute(end.outputs['report-json'] ?? '')).toBe(true)
    expect(end.report.gate.name).toBe('orders.prod-1')
  })

  it('of a second gate without a name in one job are not written over those of the first', async () => {
    const first = { text: '' }
    const earlier = (workspace: string) => path.join(workspace, '../temp/precheck-gate/precheck/report.json')
    const end = await runGate({
      scenario: quick,
      prepare: ({ write }) => void write('../temp/precheck-gate/precheck/report.json', 'of the first gate'),
      inspect: ({ workspace }) => {
        first.text = readFileSync(earlier(workspace), 'utf8')
      },
    })
    expect(end.outputs['report-json']).toMatch(/precheck-gate[/\\]precheck-2[/\\]report\.json$/)
    expect(first.text).toBe('of the first gate')
    expect(end.report.gate.name).toBe('precheck')
  })

  it('go to report-dir in the workspace, and other files there stay', async () => {
    const kept = { text: '' }
    const end = await runGate({
      scenario: quick,
      inputs: { 'report-dir': 'out/reports' },
      prepare: ({ workspace }) => {
        const folder = path.join(workspace, 'out/reports')
        mkdirSync(folder, { recursive: true })
        writeFileSync(path.join(folder, 'notes.txt'), 'mine')
        writeFileSync(path.join(folder, 'report.json'), 'an old report')
      },
      inspect: ({ workspace }) => {
        kept.text = readFileSync(path.join(workspace, 'out/reports/notes.txt'), 'utf8')
      },
    })
    expect(end.outputs['report-json']).toBe(path.join(end.workspace, 'out/reports/report.json'))
    expect(kept.text).toBe('mine')
    expect(verdictOf(end).reason).toBe('checks-failed')
  })

  it('that cannot be written leave outputs and summary as they are, with a warning', async () => {
    const seen = { reports: true }
    const end = await runStep({
      scenario: quick,
      inputs: { 'report-dir': 'taken/reports' },
      prepare: ({ workspace }) => writeFileSync(path.join(workspace, 'taken'), 'a file, not a folder'),
      inspect: ({ workspace }) => {
        seen.reports = existsSync(path.join(workspace, 'taken/reports'))
      },
    })
    expect(seen.reports).toBe(false)
    expect(end).toMatchObject({
      exitCode: 1,
      outputs: { decision: 'failed', 'reason-code': 'checks-failed' },
    })
    expect(end.summary).toContain('Pre-check failed')
    expect(
      annotationsOf(end)
        .map(({ message }) => message)
        .join('\n'),
    ).toMatch(/Could not write .*report\.json: ENOTDIR/)
  })

  it('hold the same counts as the outputs', async () => {
    const end = await runGate({ scenario: both, inputs: BOTH })
    const { total, passed, warning, failed, waived, unknown } = end.report.counts
    expect(end.outputs).toMatchObject({
      'total-count': String(total),
      'passed-count': String(passed),
      'warning-count': String(warning),
      'failed-count': String(failed),
      'waived-count': String(waived),
      'unknown-count': String(unknown),
    })
    expect(passed + warning + failed + waived + unknown).toBe(total)
    expect(end.junit.match(/<failure\b/g)).toHaveLength(failed)
  })
})

describe.concurrent('a baseline', () => {
  const compared = (baseline: string, text: string | null, environment = {}) =>
    runGate({
      scenario: quick,
      inputs: { baseline },
      environment,
      prepare: ({ write }) => {
        if (text !== null) write('before/report.json', text)
      },
    })

  it('of the same task says what is still there, in summary, page and report', async () => {
    const before = await runGate({ scenario: quick })
    expect(before.report.baseline).toBeNull()
    const end = await compared('before/report.json', before.reportText)
    const count = before.report.counts.failed + before.report.counts.warning
    expect(end.report.baseline).toMatchObject({
      decision: 'failed',
      new: 0,
      still: count,
      fixed: 0,
      notSeen: 0,
    })
    expect(end.summary).toContain(`0 new, ${count} still there, 0 fixed`)
    expect(end.html).toContain(`>${count} still there</span>`)
    expect(verdictOf(end)).toEqual(verdictOf(before))
  })

  it('that is not there, as on a first run, or outside the workspace is a warning', async () => {
    const first = await compared('before/report.json', null)
    expect(first.log).toContain('it does not exist in the workspace (on a first run there is none)')
    const outside = await compared('../summary.md', null)
    expect(outside.log).toContain('it lies outside the workspace, or is a link that leads out of it')
    for (const end of [first, outside]) expect(end.report.baseline).toBeNull()
  })

  it('stands beside which run of which CI wrote the report', async () => {
    const run = {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/orders',
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: '2',
    }
    const end = await compared('before/report.json', null, run)
    expect(end.report.run).toMatchObject({
      ci: 'github',
      repository: 'acme/orders',
      runId: '7',
      runAttempt: 2,
    })
  })
})
