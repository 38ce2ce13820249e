import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FakeClock } from '../../testing/fake-clock.ts'
import { item } from '../precheck/judge-builders.ts'
import { mergeIn, putInto } from './merge-in-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-merge-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const STEP_MS = 30 * 60_000

const merge = (given?: Parameters<typeof mergeIn>[1], cancelled?: AbortSignal) =>
  mergeIn(folder, given, cancelled)
const put = (name: string, leg?: Parameters<typeof putInto>[2]) => putInto(folder, name, leg)

describe('a merge', () => {
  it('reads reports, and publishes one', async () => {
    const reports = put('orders')
    const { exitCode, report } = await merge({ reports, name: 'all' })
    expect([exitCode, report.gate.name, report.gate.reasonCode]).toEqual([0, 'all', 'all-passed'])
    expect(report.targets.map(({ name }) => name)).toEqual(['orders/orders'])
  })

  it('explains what the catalogue knows of an item', async () => {
    const failed = item('failed', { id: 'srcDbBinlogIsOff', topic: 'srcDbBinlogIsOff' })
    const { said } = await merge({ reports: put('orders', { items: [failed] }) })
    expect(said).toContain('Likely causes:')
  })

  it('names files as people give them, and others by their whole path', async () => {
    writeFileSync(path.join(folder, 'report.json'), '')
    const { report } = await merge()
    expect(report.problems[0]).toBe('report.json: not accepted, because it is empty')
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'precheck-gate-elsewhere-'))
    writeFileSync(path.join(elsewhere, 'report.json'), '')
    const other = await merge({ reports: elsewhere })
    expect(other.report.problems[0]).toContain(`${path.join(elsewhere, 'report.json')}: not accepted`)
    rmSync(elsewhere, { recursive: true })
  })

  it('says which places are not there', async () => {
    const { said, report } = await merge({ reports: 'gone' })
    expect(said).toContain(
      `warning: reports: ${path.join(folder, 'gone')} does not exist, so it holds no report`,
    )
    expect(report.gate.reasonCode).toBe('leg-missing')
  })

  it('says so in Chinese too', async () => {
    const { said } = await merge({ reports: 'gone', language: 'zh-cn' })
    expect(said).toContain(`warning: reports：${path.join(folder, 'gone')} 不存在，因此其中没有报告`)
  })

  it('reads nothing that is no plain file: it could have no end', async () => {
    const { report } = await merge({ reports: '/dev/null' })
    expect(report.problems[0]).toContain(
      '/dev/null: not accepted, because it cannot be read (it is not a plain file)',
    )
  })

  it('says what it could not look into', async () => {
    const { report } = await merge({ reports: `${put('orders')} ${put('orders')}/below` })
    expect(report.problems.join()).toMatch(
      /orders\.json.below: not accepted, because it cannot be read \(ENOTDIR/,
    )
    expect(report.targets).toHaveLength(1)
  })

  it('puts no annotation at a line of a config file: nobody knows whether it is the checked-out one', async () => {
    const placeOf = () => ({ file: 'precheck.yml', line: 3 })
    const { said, report } = await merge({
      reports: put('orders', { statuses: ['failed'], facts: { placeOf } }),
    })
    expect(report.targets[0]?.tasks[0]?.place).toEqual({ file: 'precheck.yml', line: 3 })
    expect(said).not.toContain('at precheck.yml')
  })

  it('compares with an earlier report', async () => {
    const reports = put('orders', { statuses: ['failed'] })
    const { report } = await merge({ reports, baseline: put('earlier') })
    expect(report.baseline).toMatchObject({ new: 1 })
  })

  it('reads nothing where inputs are wrong', async () => {
    const { exitCode, report } = await merge({ reports: put('orders'), 'fail-on': 'warning' })
    expect([exitCode, report.gate.reasonCode, report.targets]).toEqual([1, 'invalid-input', []])
  })

  it('that is cut off is cancelled, whatever it has read', async () => {
    const cut = new AbortController()
    cut.abort('signal')
    const { exitCode, report } = await merge({ reports: put('orders'), 'fail-on': 'never' }, cut.signal)
    expect([exitCode, report.gate.decision, report.gate.reasonCode]).toEqual([1, 'inconclusive', 'cancelled'])
    expect([report.targets, report.requests, report.polls]).toEqual([[], 0, 0])
  })

  it('whose time is over before all is read has timed out', async () => {
    /** Only the step's own time is over at once, not that for what is still to be written. */
    class ShortStep extends FakeClock {
      override async sleep(ms: number, signal?: AbortSignal): Promise<void> {
        if (ms < STEP_MS) await super.sleep(ms, signal)
      }
    }
    const { report } = await mergeIn(folder, { reports: put('orders') }, undefined, new ShortStep())
    expect([report.gate.decision, report.gate.reasonCode]).toEqual(['inconclusive', 'timed-out'])
  })
})
