import { describe, expect, it } from 'vitest'
import { standingOf } from '../../../src/services/ddm/standing.ts'

const patience = { settleMs: 60_000, deadlineAt: 1_000_000 }
const entry = (name: string, status = 'SUCCESS') => ({ name, status })

describe('a list of DDM', () => {
  it('that names something beyond the start answer has to stand for settle-seconds over three reads', () => {
    expect(standingOf([entry('Binlog')], [entry('Binlog'), entry('Time zone')], patience)).toMatchObject({
      against: 'partial',
      forMs: 60_000,
      reads: 3,
      cutShort: null,
      assumption: null,
    })
  })

  it.each([
    ['names nothing that the start answer lacks', [entry('Binlog')], 'no-news'],
    ['has no start answer to be compared with', [], 'no-start-list'],
  ] as const)(
    'that %s has to stand five times as long, and 10 s before the deadline as long as any',
    (_what, start, assumption) => {
      expect(standingOf(start, [entry('Binlog')], patience)).toMatchObject({
        forMs: 300_000,
        cutShort: { from: 990_000, forMs: 60_000 },
        assumption,
      })
    },
  )

  it('that is only queried has to stand for settle-seconds', () => {
    expect(standingOf(null, [entry('Binlog')], patience)).toMatchObject({ forMs: 60_000, assumption: null })
  })

  it('is the same in another order, and another one with another status', () => {
    const content = (...entries: readonly ReturnType<typeof entry>[]) =>
      standingOf(null, entries, patience).content
    expect(content(entry('a'), entry('b'))).toBe(content(entry('b'), entry('a')))
    expect(content(entry('a'))).not.toBe(content(entry('a', 'WARN')))
  })
})
