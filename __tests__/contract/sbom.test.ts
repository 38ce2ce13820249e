import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { sbom } from '../../scripts/sbom.ts'

const component = z.object({
  name: z.string(),
  version: z.string(),
  purl: z.string(),
  hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string() })).default([]),
  licenses: z.array(z.object({ license: z.object({ id: z.string() }) })),
})
const sbomSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.object({ component }),
  components: z.array(component),
})

describe('the SBOM', () => {
  const { metadata, components } = sbomSchema.parse(JSON.parse(sbom()))

  it('is of this version', () => {
    const { name, version } = packageJson
    expect(metadata.component).toMatchObject({ name, version, purl: `pkg:npm/${name}@${version}` })
  })

  it('lists what the list of licences beside the bundle lists, and nothing else', () => {
    const licences = readFileSync(new URL('../../dist/licenses.txt', import.meta.url), 'utf8')
    const shipped = [...licences.matchAll(/^(\S+) (\d\S*) \(([^)]+)\)$/gm)].map(([line]) => line)
    const listed = components.map(one => `${one.name} ${one.version} (${one.licenses[0]?.license.id})`)
    expect(listed.toSorted()).toEqual([...new Set(shipped)].toSorted())
    // Those that development dependencies need too, which npm's own way leaves out.
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['yaml', '@actions/core']))
  })

  it('tells for each by its hash which file it was', () => {
    expect(components.filter(({ hashes }) => hashes.length !== 1)).toEqual([])
  })
})
