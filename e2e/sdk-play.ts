import { readFileSync } from 'node:fs'
import type { ScenarioInput } from '../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../simulator/server.ts'
import { callSdk, type SdkAnswer, type SdkCall, type SdkKey, type SdkOidc } from './sdk.ts'
import type { SdkClient } from './sdk-clients.ts'

/** What the cases of the SDKs share: a simulator for each, and the vendor's documented answers. */

export type Ask = (calls: readonly SdkCall[], identity?: SdkKey | SdkOidc) => Promise<readonly SdkAnswer[]>
/** Starts a simulator with the scenario, lets the SDK be asked, and ends it, however that went. */
export type Play = (
  scenario: ScenarioInput,
  use: (ask: Ask, simulator: Simulator) => Promise<void>,
) => Promise<void>

/** How a case plays a scenario with one of the clients. */
export function playing({ command }: SdkClient): Play {
  return async (scenario, use) => {
    const prepared = await command()
    const simulator = await startSimulator({ scenario })
    try {
      await use((calls, identity) => callSdk(prepared, simulator, calls, identity), simulator)
    } finally {
      await simulator.close()
    }
  }
}

export const TASK = '140b5236-88ad-43c8-811c-1268453jb101'
export const OTHER_TASK = '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102'
export const SCHEMA = { instance: '1f5c9fd6cd984056ba89c8c87cc03278in09', database: 'orders_db' } as const

/** When a run shows more than at first: later than the slowest client's second call. */
export const LATER_MS = 2_000
/** Enough tries for any time line here. */
const READS = 50
const BETWEEN_READS_MS = 100

/** Asks once and again until the answer has the text, as a client of its own would. */
export async function askUntil(ask: Ask, call: SdkCall, text: string): Promise<SdkAnswer | undefined> {
  for (let tries = 0; tries < READS; tries += 1) {
    const [answer] = await ask([call])
    if (JSON.stringify(answer).includes(text)) return answer
    await new Promise(resolve => setTimeout(resolve, BETWEEN_READS_MS))
  }
  throw new Error(`No answer with ${text} in ${READS} reads`)
}

/** An answer that the vendor documents, as it stands in the file. */
export const documented = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../simulator/payloads/${file}`, import.meta.url), 'utf8'))
