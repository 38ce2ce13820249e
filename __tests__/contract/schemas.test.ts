import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import readers from '../../e2e/readers/package.json' with { type: 'json' }
import { SCHEMA_FOLDER, schemaFiles } from '../../scripts/schemas.ts'

const files = Object.entries(schemaFiles())

const textOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

describe('the published JSON schemas', () => {
  it('are checked by the validators that their page names, in those versions', () => {
    const page = textOf('schema/README.md')
    const versions = Object.entries(readers.dependencies).map(([name, version]) => `${name}@${version}`)
    const [validator] = /^check-jsonschema==.+$/m.exec(textOf('e2e/python/requirements.txt')) ?? ['none']
    for (const named of [...versions.filter(one => one.startsWith('ajv')), validator])
      expect(page).toContain(named)
  })

  it.each(files)('%s is the one of the code; npm run schemas writes it', (name, text) => {
    expect(readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8')).toBe(text)
  })

  it('are all that is published', () => {
    const published = readdirSync(SCHEMA_FOLDER).filter(name => name.endsWith('.json'))
    expect(published.sort()).toEqual(files.map(([name]) => name).sort())
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
