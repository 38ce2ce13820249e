import { describe, expect, it } from 'vitest'
import { outwardImports, usersOf } from '../architecture/rules.ts'
import { sourcesUnder } from '../architecture/sources.ts'
import { runCampaign } from './campaign.ts'
import { REASON_TABLE } from './oracle/verdict.ts'

const CASES = 900
/** Only inputs and policy files lead to these; no case has wrong ones. */
const NEVER_HERE = ['invalid-input', 'leg-missing', 'leg-not-accepted', 'policy-unavailable']
const LEAST_PASSED = 0.12
const LEAST_FAILED = 0.12

describe('random runs in memory', () => {
  it('never end otherwise than the oracle allows, and come to every decision and reason', async () => {
    const { failure, reasons } = await runCampaign({ seed: 20_260, cases: CASES })
    expect(failure).toBeNull()
    const share = (decision: string) =>
      REASON_TABLE.filter(([, its]) => its === decision).reduce(
        (sum, [code]) => sum + (reasons[code] ?? 0),
        0,
      ) / CASES
    expect(share('passed')).toBeGreaterThan(LEAST_PASSED)
    expect(share('failed')).toBeGreaterThan(LEAST_FAILED)
    const missing = REASON_TABLE.map(([code]) => code).filter(code => reasons[code] === undefined)
    expect(missing).toEqual(NEVER_HERE)
  }, 120_000)
})

describe('the oracle', () => {
  it('imports nothing but itself', () => {
    const oracle = sourcesUnder('__tests__/fuzz/oracle')
    expect(oracle.length).toBeGreaterThan(5)
    expect(outwardImports(oracle, '__tests__/fuzz/oracle/', [])).toEqual([])
    const outside = oracle.flatMap(({ imports }) =>
      imports.filter(name => !name.startsWith('__tests__/fuzz/oracle/')),
    )
    expect(outside).toEqual([])
    expect(usersOf(oracle, '__tests__/fuzz/oracle/words.ts').length).toBeGreaterThan(3)
  })
})
