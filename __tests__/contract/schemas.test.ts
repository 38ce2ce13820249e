import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { SCHEMA_FOLDER, schemaFiles } from '../../scripts/schemas.ts'

const files = Object.entries(schemaFiles())

describe('the published JSON schemas', () => {
  it.each(files)('%s is the one of the code; npm run schemas writes it', (name, text) => {
    expect(readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8')).toBe(text)
  })

  it('are all that is published', () => {
    expect(readdirSync(SCHEMA_FOLDER).sort()).toEqual(files.map(([name]) => name).sort())
  })

  it.each(files)('%s is named by the address that config and waiver files begin with', (name, text) => {
    const address = `https://raw.githubusercontent.com/OWNER/migration-precheck-gate/v1/schema/${name}`
    expect(JSON.parse(text)).toMatchObject({ $id: address })
  })

  it.each(files)('%s is a valid schema', (_name, text) => {
    const ajv = new Ajv2020({ strict: false })
    formats.default(ajv)
    expect(() => ajv.compile(JSON.parse(text))).not.toThrow()
  })
})
