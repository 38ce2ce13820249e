import { readFileSync } from 'node:fs'
import * as path from 'node:path'
import type { ScenarioInput } from '../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../simulator/server.ts'
import { callSdk, type SdkAnswer, type SdkCall, type SdkKey } from './sdk.ts'
import type { Tools } from './tools.ts'

/** What the cases of the SDK share: a simulator for each, and the vendor's documented answers. */

export type Ask = (calls: readonly SdkCall[], key?: SdkKey) => Promise<readonly SdkAnswer[]>
/** Starts a simulator with the scenario, lets the SDK be asked, and ends it, however that went. */
export type Play = (
  scenario: ScenarioInput,
  use: (ask: Ask, simulator: Simulator) => Promise<void>,
) => Promise<void>

/** How a case plays a scenario with the SDK of this environment. */
export function playing({ python }: Tools): Play {
  return async (scenario, use) => {
    const bin = await python()
    const simulator = await startSimulator({ scenario })
    try {
      await use((calls, key) => callSdk(path.join(bin, 'python'), simulator, calls, key), simulator)
    } finally {
      await simulator.close()
    }
  }
}

export const TASK = '140b5236-88ad-43c8-811c-1268453jb101'
export const OTHER_TASK = '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102'
export const SCHEMA = { instance: '1f5c9fd6cd984056ba89c8c87cc03278in09', database: 'orders_db' } as const
/** Enough tries for any time line here. */
export const READS = 50

/** An answer that the vendor documents, as it stands in the file. */
export const documented = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../simulator/payloads/${file}`, import.meta.url), 'utf8'))
