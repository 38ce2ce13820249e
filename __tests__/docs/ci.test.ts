import { describe, expect, it } from 'vitest'
import { textOf } from './pages.ts'

/** The head of `.ci/run` is what people read of it, so it has to be what runs. */

const MOST_SECONDS = 35 * 60

const script = textOf('.ci/run')
const [, table = ''] = /\nsteps='\n([^']*)'\n/.exec(script) ?? []
const lines = table.trimEnd().split('\n')
const rows = lines.map(line => line.split(/ *\| */))
const begun = [...script.matchAll(/^step '([^']+)'$/gm)].map(([, name]) => name)

describe('the head of .ci/run', () => {
  it('says of every step, in its order, what it proves', () => {
    expect(rows.map(([name]) => name)).toEqual(begun)
    expect(lines.filter(line => !/^[\w ]+? +\| +\d+ \| .+\.\)?$/.test(line))).toEqual([])
  })

  it('gives all of them together no more than thirty-five minutes', () => {
    expect(rows.reduce((sum, [, seconds]) => sum + Number(seconds), 0)).toBeLessThanOrEqual(MOST_SECONDS)
    expect(script).toContain(`s of ${MOST_SECONDS}\\n' 'all'`)
  })
})
