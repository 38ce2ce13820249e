import assert from 'node:assert/strict'
import { checkItemsOf } from '../src/services/drs/items.ts'
import type { Case } from './case.ts'
import { playing } from './sdk-play.ts'
import type { Tools } from './tools.ts'

/** The words of results that the SDKs know, as the gate takes them; only the Go SDK lists them. */
export function sdkWordsCases({ sdks }: Tools): readonly Case[] {
  return sdks.filter(({ language }) => language === 'Go').map(client => words(playing(client)))
}

/** A new one that the gate does not know yet would be unknown, so never a pass, but never a warning either. */
const STATUS = { PASSED: 'passed', ALARM: 'warning', FAILED: 'failed' } as const

const words = (play: ReturnType<typeof playing>): Case => ({
  name: 'sdk: Go: the words for the result of a DRS item are PASSED, ALARM and FAILED, all of which the gate knows',
  run: () =>
    play({}, async ask => {
      const known = Object.keys(STATUS)
      const same = Object.fromEntries(known.map(word => [word, word]))
      assert.deepEqual(await ask([{ operation: 'drs.words' }]), [{ status: 0, body: { v3: same, v5: same } }])
      const read = checkItemsOf(known.map(result => ({ item: result, result, failed_sub_jobs: [] }))).map(
        ({ status }) => status,
      )
      assert.deepEqual(read, Object.values(STATUS))
    }),
})
