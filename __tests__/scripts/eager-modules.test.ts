import { describe, expect, it } from 'vitest'
import { withEagerModules } from '../../scripts/eager-modules.ts'

describe('the modules of a bundle', () => {
  it('are put in parentheses, whatever kind of function holds them, and nothing else is', () => {
    const bundle = 'var m={12:(e,t)=>{t.x={7:1,8:(a)=>{}}},345:function(e){e()},named:(a)=>{}};m[12]({},{})'
    const eager =
      'var m={12:((e,t)=>{t.x={7:1,8:(a)=>{}}}),345:(function(e){e()}),named:(a)=>{}};m[12]({},{})'
    expect(withEagerModules(bundle)).toBe(eager)
  })

  it('are taken as they are when they stand in parentheses already', () => {
    expect(withEagerModules('var m={1:e=>e,2:((e)=>{})}')).toBe('var m={1:(e=>e),2:((e)=>{})}')
  })

  it('must be there: a bundle of another make is refused', () => {
    expect(() => withEagerModules('console.log(1)')).toThrow('has the bundler changed?')
  })
})
