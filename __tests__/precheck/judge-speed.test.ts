import { expect, it } from 'vitest'
import { judge } from '../../src/precheck/judge.ts'
import { HERE, item, target, task, waiver } from './judge-builders.ts'

it('the judge takes ten thousand items and a hundred waivers in its stride', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => item('warning', { id: `item-${index}` }))
  const waivers = Array.from({ length: 100 }, (_, index) => waiver({ item: `*-${index}` }))
  const { counts } = judge([target([task(many)])], { failOn: 'failed', waivers, ...HERE })
  expect(counts).toMatchObject({ waived: 100, warning: 9900 })
})
