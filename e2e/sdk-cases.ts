import type { Case } from './case.ts'
import type { SdkClient } from './sdk-clients.ts'
import { sdkDdmCases } from './sdk-ddm-cases.ts'
import { sdkDrsCases } from './sdk-drs-cases.ts'
import { sdkDrsV5Cases } from './sdk-drs-v5-cases.ts'
import { sdkKeylessCases } from './sdk-keyless-cases.ts'
import { playing } from './sdk-play.ts'
import { sdkRefusalCases } from './sdk-refusal-cases.ts'
import { sdkRegionCases } from './sdk-region-cases.ts'
import { sdkStrictnessCases } from './sdk-strictness-cases.ts'
import { sdkWordsCases } from './sdk-words-cases.ts'
import type { Tools } from './tools.ts'

/**
 * The simulator against the vendor's own SDKs: the requests come from there, signatures included, and what they make of
 * the answers must be what the scenario says. So the simulator, which shares no code with the gate, is held as well.
 */
export function sdkCases(tools: Tools): readonly Case[] {
  return [
    ...tools.sdks.flatMap(casesOf),
    ...sdkKeylessCases(tools),
    ...sdkRegionCases(tools),
    ...sdkWordsCases(tools),
  ]
}

function casesOf(client: SdkClient): readonly Case[] {
  const { language } = client
  const play = playing(client)
  // The Java SDK has a client of DDM without the two calls of its pre-check.
  const hasDdm = language !== 'Java'
  const all = [
    ...sdkDrsCases(play),
    ...sdkDrsV5Cases(play),
    ...(hasDdm ? sdkDdmCases(play) : []),
    ...sdkRefusalCases(play, { language, hasDdm }),
    ...sdkStrictnessCases(play, language),
  ]
  return all.map(one => ({ ...one, name: `sdk: ${language}: ${one.name}` }))
}
