import { describe, expect, it } from 'vitest'
import {
  FAILED_ITEMS_MAX_BYTES,
  OUTPUT_NAMES,
  outputsOf,
  PRECHECK_IDS_MAX_BYTES,
} from '../../src/report/outputs.ts'
import {
  checkItem,
  invalidInputReport,
  judgedTask,
  reportOf,
  reportOfItems,
  verdict,
} from '../../testing/reports/fixtures.ts'

const waiver = { reason: 'known', owner: 'dba', expires: '2026-12-31' }
const failed = (id: string) => checkItem({ id, status: 'failed' })
const failedItemsOf = (ids: readonly string[]) => outputsOf(reportOfItems(ids.map(failed)))['failed-items']

describe('outputsOf', () => {
  it('gives every output but the paths of what is not written yet, and a value for each', () => {
    for (const report of [reportOfItems([checkItem()]), invalidInputReport(['x'])]) {
      const outputs = outputsOf(report)
      expect(Object.keys(outputs)).toEqual(OUTPUT_NAMES.filter(name => !name.startsWith('report-')))
      expect(Object.values(outputs).every(value => value !== '')).toBe(true)
    }
  })

  it('projects the verdict', () => {
    const items = [
      failed('a'),
      checkItem(),
      checkItem({ status: 'warning' }),
      checkItem({ status: 'failed', waiver }),
    ]
    expect(outputsOf(reportOfItems(items))).toMatchObject({
      decision: 'failed',
      'reason-code': 'checks-failed',
      'total-count': '4',
      'passed-count': '1',
      'warning-count': '1',
      'failed-count': '1',
      'waived-count': '1',
      'unknown-count': '0',
    })
  })
})

describe('failed-items', () => {
  const items = [
    checkItem({ id: 'w', status: 'warning' }),
    checkItem({ id: 's', status: 'skipped' }),
    failed('f'),
    checkItem({ id: 'x', status: 'failed', waiver }),
    checkItem({ id: 'u', status: 'unknown' }),
  ]
  const idsUnder = (failOn: 'failed' | 'warning' | 'never') => {
    const entries: readonly { item: string; status: string }[] = JSON.parse(
      outputsOf(reportOfItems(items, { failOn }))['failed-items'],
    )
    return entries.map(({ item, status }) => `${item} ${status}`)
  }

  it('lists failed items that are not waived, and warnings only where they count', () => {
    expect(idsUnder('failed')).toEqual(['f failed'])
    expect(idsUnder('never')).toEqual(['f failed'])
    expect(idsUnder('warning')).toEqual(['f failed', 'w warning', 's skipped'])
  })

  it('is an empty list when nothing failed', () => {
    expect(outputsOf(reportOfItems([checkItem()]))['failed-items']).toBe('[]')
  })

  // Fills the list up to the limit with one long id at its end, in characters of one and of four bytes.
  const emptyEnd = Buffer.byteLength(failedItemsOf(['a', '']))
  it.each(['x', '\u{1F600}'])('is whole at the limit and cut one byte above it, with %s', character => {
    const room = FAILED_ITEMS_MAX_BYTES - emptyEnd
    const wide = character.repeat(Math.floor(room / Buffer.byteLength(character)))
    const fill = 'y'.repeat(room - Buffer.byteLength(wide))
    const whole = failedItemsOf(['a', wide + fill])
    expect(Buffer.byteLength(whole)).toBe(FAILED_ITEMS_MAX_BYTES)
    expect(JSON.parse(whole)).toHaveLength(2)
    const cut: unknown = JSON.parse(failedItemsOf(['a', `${wide}${fill}z`]))
    expect(cut).toEqual([expect.objectContaining({ item: 'a' }), { more: 1 }])
  })

  it('counts what it leaves out, within the limit, and quickly', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => `item-${index}`)
    const started = performance.now()
    const text = failedItemsOf(ids)
    expect(performance.now() - started).toBeLessThan(5000)
    const entries: readonly { more?: number }[] = JSON.parse(text)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(FAILED_ITEMS_MAX_BYTES)
    expect(Buffer.byteLength(text)).toBeGreaterThan(FAILED_ITEMS_MAX_BYTES - 200)
    expect(entries.at(-1)).toEqual({ more: 100_000 - (entries.length - 1) })
  })
})

describe('precheck-ids', () => {
  it('maps tasks to pre-checks by target, hostile names included', () => {
    const tasks = [
      judgedTask({ task: { id: '__proto__', label: null }, precheckId: 'p1' }),
      judgedTask({ task: { id: 'constructor', label: null }, precheckId: 'p2' }),
      judgedTask({ task: { id: 'not started', label: null }, precheckId: null }),
    ]
    const [target] = verdict(tasks).targets
    const report = reportOf(
      verdict([], { targets: target === undefined ? [] : [{ ...target, name: '__proto__' }] }),
    )
    expect(outputsOf(report)['precheck-ids']).toBe('{"__proto__":{"__proto__":"p1","constructor":"p2"}}')
  })

  it('are as many as fit, with the number of the others under the name that no target has', () => {
    const tasks = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        judgedTask({ task: { id: `task-${index}`, label: null }, precheckId: `${index}-${'p'.repeat(36)}` }),
      )
    const idsOf = (count: number) => outputsOf(reportOf(verdict(tasks(count))))['precheck-ids']
    expect(Object.keys(JSON.parse(idsOf(5_000)))).not.toContain('')
    const text = idsOf(100_000)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(PRECHECK_IDS_MAX_BYTES)
    expect(Buffer.byteLength(text)).toBeGreaterThan(PRECHECK_IDS_MAX_BYTES - 200)
    const { '': rest, ...targets }: Record<string, Record<string, unknown>> = JSON.parse(text)
    const shown = Object.values(targets).flatMap(ids => Object.keys(ids))
    expect(rest).toEqual({ more: 100_000 - shown.length })
  })
})
