import { describe, expect, it } from 'vitest'
import { wrongDays } from '../../src/command/waive-command.ts'
import { problemSentence } from '../../src/plan/problems.ts'

const NOW = new Date('2026-11-21T23:59:59Z')
const wrong = (day: string) => wrongDays(day, NOW).map(problemSentence)

describe('the last day of waivers that are to be written', () => {
  it.each(['2026-11-21', '2026-11-22', '2099-01-01'])('may be %s, today in UTC or later', day => {
    expect(wrong(day)).toEqual([])
  })

  it.each(['2026-11-20', '2020-01-01'])('may not be %s, with which they would have expired already', day => {
    expect(wrong(day).map(text => [text.in('en-us'), text.in('zh-cn')])).toEqual([
      [
        '--expires: has gone by, so that the waivers would have expired already; allowed: the last day on which they hold, in UTC: 2026-11-21 or later',
        '--expires：已经过去，豁免一开始就已过期；允许：豁免生效的最后一天（UTC）：2026-11-21 或更晚',
      ],
    ])
  })
})
