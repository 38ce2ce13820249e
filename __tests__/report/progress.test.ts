import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PollView } from '../../src/precheck/poller.ts'
import type { Language } from '../../src/precheck/sentence.ts'
import { bar, progressLine as lineIn } from '../../src/report/progress.ts'
import { wordsIn } from '../../src/report/words.ts'
import { SEED } from '../../testing/reports/fixtures.ts'
import { hostileText } from '../../testing/reports/hostile.ts'

describe('bar', () => {
  it('shows none, half and all', () => {
    expect([bar(0, 4), bar(0.5, 4), bar(1, 4)]).toEqual(['░░░░', '██░░', '████'])
  })

  it('never shows a little as nothing, nor nearly all as all', () => {
    expect([bar(0.0001, 4), bar(0.9999, 4)]).toEqual(['█░░░', '███░'])
  })

  it('stands what is out of range', () => {
    expect([bar(-1, 3), bar(2, 3), bar(Number.NaN, 3)]).toEqual(['░░░', '███', '░░░'])
  })
})

interface Progress extends Omit<PollView, 'settling' | 'throttled' | 'trouble'> {
  readonly label: string
  readonly note: string | null
}

const progressLine = ({ label, note, ...view }: Progress, language: Language = 'en-us') =>
  lineIn(label, view, note, wordsIn(language))

describe('progressLine', () => {
  const progress = {
    label: 'orders',
    done: 1,
    withoutResult: 0,
    total: 2,
    percent: 62.4,
    nextRoundInMs: 4200,
    note: null,
  }

  it('shows bar, percent, tasks done and the next poll', () => {
    expect(progressLine(progress)).toBe('orders  ████████████░░░░░░░░  62 %  1/2 done, next poll in 4 s')
  })

  it('shows what changed, and no poll when there is none', () => {
    expect(progressLine({ ...progress, percent: null, nextRoundInMs: null, note: 'throttled' })).toBe(
      'orders  ██████████░░░░░░░░░░   ? %  1/2 done, throttled',
    )
  })

  it('never counts what ended without a result as done', () => {
    const lost = { ...progress, withoutResult: 1, percent: null, nextRoundInMs: null }
    expect(progressLine({ ...lost, total: 1 })).toBe(
      'orders  ░░░░░░░░░░░░░░░░░░░░   ? %  0/1 done, 1 ended without a result',
    )
    expect(progressLine({ ...lost, done: 2 })).toContain('██████████░░░░░░░░░░   ? %  1/2 done, 1 ended')
  })

  it('says the same in Chinese', () => {
    const lost = { ...progress, withoutResult: 1, nextRoundInMs: 4200 }
    expect(progressLine(lost, 'zh-cn')).toBe(
      'orders  ████████████░░░░░░░░  62 %  已完成 0/2，1 个结束但没有结果，4 秒后再次查询',
    )
  })

  it('never says 100 % before it is', () => {
    expect(progressLine({ ...progress, percent: 99.9 })).toContain(' 99 %')
  })

  it('forms no command from a label or a note', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (label, note) => {
        expect(progressLine({ ...progress, label, note })).not.toMatch(/::[a-z]|##\[|[\r\n]/i)
      }),
      { seed: SEED },
    )
  })
})
