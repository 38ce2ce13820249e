import { describe, expect, it } from 'vitest'
import { renderSummary } from '../../src/report/summary.ts'
import { checkItem, judgedTask, reportOf, verdict } from '../../testing/reports/fixtures.ts'
import { annotationsOf, dossierOf, renderHtml, SUMMARY } from '../../testing/reports/whole-texts.ts'

/** Two targets whose tasks have the same labels but one, each with the same finding and, of the second task, no result. */
const report = (() => {
  const finding = checkItem({ id: 'binlog', name: 'Binlog', status: 'failed', reason: 'R' })
  const task = (id: string, label: string, lacks: boolean) =>
    judgedTask({
      task: { id, label },
      outcome: lacks ? 'inconclusive' : 'failed',
      reasonCode: lacks ? 'timed-out' : 'checks-failed',
      items: lacks ? [] : [finding],
    })
  const [north, south] = [verdict([]), verdict([])].map((_, index) => [
    task(`${index}a`, 'shard 0', false),
    task(`${index}b`, 'shard 1', true),
    task(`${index}c`, `alone ${index}`, false),
  ])
  const one = reportOf(verdict(north ?? []))
  const other = reportOf(verdict(south ?? []))
  const named = (targets: typeof one.targets, name: string) => targets.map(target => ({ ...target, name }))
  return { ...one, targets: [...named(one.targets, 'north'), ...named(other.targets, 'south')] }
})()

describe('tasks of two targets with one label', () => {
  it('are named with their targets in the summary, and others by their labels alone', () => {
    const summary = renderSummary(dossierOf(report), SUMMARY)
    expect(summary).toContain('- Tasks: north / shard 0, alone 0, south / shard 0, alone 1\n')
    expect(summary).toContain('- north / shard 1, south / shard 1: The deadline came')
  })

  it('are named so on the page', () => {
    const page = renderHtml(report).replace(/<[^>]*>/g, '')
    expect(page).toContain('Tasks: north / shard 0, alone 0, south / shard 0, alone 1\n')
    expect(page).toContain('north / shard 1, south / shard 1\n')
  })

  it('are named so in annotations, with their ids', () => {
    const text = annotationsOf(report, [])
      .map(({ title, message }) => `${title}\n${message}`)
      .join('\n')
    expect(text).toContain('south / shard 0 (1a): binlog: failed: R')
    expect(text).toContain('\nalone 1 (1c): binlog: failed: R')
    expect(text).toContain('Tasks: north / shard 1 (0b), south / shard 1 (1b)')
  })
})
