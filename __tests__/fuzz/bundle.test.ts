import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyScenario } from './arbitrary-scenario.ts'
import { playBundle } from './bundle.ts'

/** `FUZZ_SEED=… FUZZ_CASE=… npx vitest run __tests__/fuzz/bundle.test.ts` repeats one scenario. */

const IS_LONG = process.env['LONG_TESTS'] === '1'
const SEED = Number(process.env['FUZZ_SEED'] ?? (IS_LONG ? Date.now() % 1_000_000_000 : 4))
const SCENARIOS = IS_LONG ? 240 : 10
const SIDE_BY_SIDE = 4
const LEAST_PASSED = 0.1
const LEAST_FAILED = 0.05

describe('random scenarios through the built action', () => {
  it(`never end otherwise than the oracle allows (seed ${SEED})`, async () => {
    const only = process.env['FUZZ_CASE']
    const all = fc.sample(anyScenario, {
      seed: SEED,
      numRuns: only === undefined ? SCENARIOS : Number(only) + 1,
    })
    const open = [...all.entries()].filter(([index]) => only === undefined || index === Number(only))
    const ends: { readonly decision: string; readonly complaints: readonly string[] }[] = []
    const lane = async () => {
      for (let next = open.shift(); next !== undefined; next = open.shift()) {
        const [index, run] = next
        const { decision, complaints } = await playBundle(run)
        const again = `FUZZ_SEED=${SEED} FUZZ_CASE=${index} npx vitest run __tests__/fuzz/bundle.test.ts`
        ends.push({
          decision,
          complaints: complaints.length === 0 ? [] : [`Repeat with: ${again}`, ...complaints],
        })
      }
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
    expect(ends.flatMap(({ complaints }) => complaints).join('\n')).toBe('')
    if (only !== undefined) return
    const share = (decision: string) => ends.filter(end => end.decision === decision).length / ends.length
    expect(share('passed')).toBeGreaterThan(LEAST_PASSED)
    expect(share('inconclusive')).toBeGreaterThan(0)
    if (IS_LONG) expect(share('failed')).toBeGreaterThan(LEAST_FAILED)
  }, 900_000)
})
