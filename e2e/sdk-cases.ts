import type { Case } from './case.ts'
import { sdkDdmCases } from './sdk-ddm-cases.ts'
import { sdkDrsCases } from './sdk-drs-cases.ts'
import { playing } from './sdk-play.ts'
import { sdkRefusalCases } from './sdk-refusal-cases.ts'
import type { Tools } from './tools.ts'

/**
 * The simulator against the vendor's own SDK: the requests come from there, signatures included, and what it makes of
 * the answers must be what the scenario says. So the simulator, which shares no code with the gate, is held as well.
 */
export function sdkCases(tools: Tools): readonly Case[] {
  const play = playing(tools)
  return [...sdkDrsCases(play), ...sdkDdmCases(play), ...sdkRefusalCases(play)]
}
