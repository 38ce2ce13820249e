import assert from 'node:assert/strict'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { defaultEndpoint, stsAt } from '../src/identity/regions.ts'
import type { Case } from './case.ts'
import { mustRun } from './command.ts'
import type { Tools } from './tools.ts'

/** The gate's own addresses by region against those of the installed SDK, which is no dependency of the gate. */
export function sdkRegionCases({ python }: Tools): readonly Case[] {
  const tables = async () => tablesOf(path.join(await python(), 'python'))
  return [serviceAddresses(tables), identityAddresses(tables)]
}

const TABLES = fileURLToPath(new URL('python/regions.py', import.meta.url))
/** A region of another domain than the others; a second one has to be taken over. */
const ELSEWHERE = 'eu-west-101'

const byRegion = z.record(z.string(), z.url())
const tableSchema = z.strictObject({
  drs: byRegion,
  drsV5: byRegion,
  ddm: byRegion,
  iam: byRegion,
  sts: byRegion,
  iamOfCore: z.record(z.string(), z.url().nullable()),
})
type Tables = z.infer<typeof tableSchema>

async function tablesOf(python: string): Promise<Tables> {
  return tableSchema.parse(JSON.parse(await mustRun(python, ['-I', TABLES])))
}

const serviceAddresses = (tables: () => Promise<Tables>): Case => ({
  name: "sdk: regions: every address of DRS and DDM is the gate's, and API v5 has no others",
  run: async () => {
    const { drs, drsV5, ddm } = await tables()
    assert.deepEqual(drsV5, drs)
    expectOurs('drs', drs)
    expectOurs('ddm', ddm)
    assert.ok(Object.keys(drs).length >= 34 && Object.keys(ddm).length >= 17, 'The lists are too short')
    const elsewhere = Object.entries({ ...drs, ...ddm })
      .filter(([, address]) => !address.endsWith('.myhuaweicloud.com'))
      .map(([region]) => region)
    assert.deepEqual(elsewhere, [ELSEWHERE])
  },
})

const identityAddresses = (tables: () => Promise<Tables>): Case => ({
  name: "sdk: regions: those with an STS are the gate's, and so is every address of IAM and STS",
  run: async () => {
    const { drs, iam, sts, iamOfCore } = await tables()
    expectOurs('iam', iam)
    expectOurs('sts', sts)
    assert.deepEqual(
      Object.keys(drs)
        .filter(region => stsAt({ region, endpoint: null }) !== null)
        .sort(),
      Object.keys(sts).sort(),
    )
    // The SDK signs in at the IAM outside all regions there, in another domain than the region's; the gate stays in it.
    assert.deepEqual(
      [iamOfCore[ELSEWHERE], iam[ELSEWHERE]],
      [null, `https://iam.${ELSEWHERE}.myhuaweicloud.eu`],
    )
  },
})

function expectOurs(
  service: Parameters<typeof defaultEndpoint>[0],
  theirs: Readonly<Record<string, string>>,
) {
  const ours = Object.keys(theirs).map(region => [region, defaultEndpoint(service, region).origin] as const)
  assert.deepEqual(Object.fromEntries(ours), theirs)
}
