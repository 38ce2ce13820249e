import { expect, it } from 'vitest'
import type { ListedWaiver } from '../../src/precheck/verdict.ts'
import { waiverNotices as noticesOf } from '../../src/precheck/waiver-notices.ts'
import { TODAY, waiver } from './judge-builders.ts'

/** In English. */
const waiverNotices = (...given: Parameters<typeof noticesOf>) =>
  noticesOf(...given).map(({ level, text }) => ({ level, text: text.in('en-us') }))

const NOTHING = { applied: 0, expired: [], unused: [], missed: [] }
const note = { service: null, reason: 'accepted', owner: 'dba-team' }
const listed = (item: string, expires: string, task: string | null = null): ListedWaiver => ({
  ...note,
  ...{ item, task, expires },
})

it('owners of waivers are told what has expired, what ends soon and what matched nothing, in this order', () => {
  const soon = waiver({ item: 'binlog', owner: 'dba-team', expires: TODAY })
  const use = {
    applied: 0,
    expired: [listed('ttl', '2026-01-31', 'task-*')],
    unused: [listed('disk', '2027-01-31')],
    missed: [],
  }
  expect(waiverNotices([soon], use, TODAY)).toEqual([
    {
      level: 'warning',
      text: 'The waiver for ttl on task task-* (owner dba-team, last day 2026-01-31) has expired and does not apply.',
    },
    {
      level: 'notice',
      text: `The waiver for binlog (owner dba-team, last day ${TODAY}) ends within 14 days.`,
    },
    {
      level: 'notice',
      text: 'The waiver for disk (owner dba-team, last day 2027-01-31) matched nothing.',
    },
  ])
})

it('nobody is told anything of waivers that hold, for long, and were used', () => {
  expect(waiverNotices([waiver({ expires: '2099-12-31' })], { ...NOTHING, applied: 1 }, TODAY)).toEqual([])
})

it.each([
  ['warning', ' It covers warnings only; for a failed item write status: failed, or any.'],
  ['failed', ''],
  ['any', ''],
] as const)(
  'a waiver with status %s that matched nothing says what it covers when that may be why',
  (status, why) => {
    const disk = waiver({ item: 'disk', owner: 'dba-team', status, expires: '2027-01-31' })
    const use = { ...NOTHING, unused: [listed('disk', '2027-01-31')] }
    const text = `The waiver for disk (owner dba-team, last day 2027-01-31) matched nothing.${why}`
    expect(waiverNotices([disk], use, TODAY)).toEqual([{ level: 'notice', text }])
  },
)

it('that is told by the waiver itself: others of another item, task or last day do not count', () => {
  const LAST_DAY = '2027-01-31'
  const disk = { item: 'disk', task: null, owner: 'dba-team', expires: LAST_DAY }
  const others = [{ item: 'ttl' }, { task: 'task-*' }, { expires: '2027-02-28' }]
  const use = { ...NOTHING, unused: [listed('disk', LAST_DAY)] }
  const textOf = (...waivers: readonly Parameters<typeof waiver>[0][]) =>
    waiverNotices(waivers.map(waiver), use, TODAY)[0]?.text
  for (const other of others) {
    expect(textOf({ ...disk, status: 'warning' }, { ...disk, ...other, status: 'failed' })).toContain(
      'warnings only',
    )
    expect(textOf({ ...disk, status: 'failed' }, { ...disk, ...other, status: 'warning' })).toMatch(
      /nothing\.$/,
    )
  }
  expect(textOf({ ...disk, status: 'warning' }, { ...disk, status: 'failed' })).toMatch(/nothing\.$/)
  expect(textOf()).toMatch(/nothing\.$/)
})

it('the owner of a waiver learns that the finding has changed, once and not as one that matched nothing', () => {
  const disk = listed('disk', '2027-01-31')
  const use = { ...NOTHING, unused: [disk], missed: [{ ...disk, why: 'changed' as const }] }
  expect(waiverNotices([], use, TODAY)).toEqual([
    {
      level: 'warning',
      text: 'The waiver for disk (owner dba-team, last day 2027-01-31) does not apply: the finding has changed since it was accepted. Look at it again; to accept it as it is now, write its fingerprint from report.json.',
    },
  ])
})

it('the owner of a waiver learns that several items have the name', () => {
  const use = { ...NOTHING, missed: [{ ...listed('disk', '2027-01-31'), why: 'equal-names' as const }] }
  expect(waiverNotices([], use, TODAY)[0]?.text).toContain('several items of the task have this name')
})
