import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { catalogueFileSchema } from '../../src/catalogue/schema.ts'
import oms from '../../src/services/oms/catalogue.json' with { type: 'json' }
import { SERVICES } from '../../src/services/registry.ts'
import { CATALOGUE_FILES } from '../../testing/catalogue-files.ts'

const files = Object.fromEntries(CATALOGUE_FILES.map(({ name, data }) => [name, data]))
const published = new URL('../../schema/catalogue.schema.json', import.meta.url)

/** The OMS file with one change, as a contributor could make it by mistake. */
function withItem(change: object): unknown {
  return { ...oms, items: { RDB_CONNECT: { ...oms.items.RDB_CONNECT, ...change } } }
}

describe('the data files', () => {
  it.each(Object.entries(files))('%s.json is valid', (_service, file) => {
    expect(catalogueFileSchema.safeParse(file).error).toBeUndefined()
  })

  it('are those of all services that bring one', async () => {
    const withOne = SERVICES.filter(({ catalogue }) => catalogue !== undefined)
    expect(CATALOGUE_FILES.map(({ name }) => name)).toEqual(withOne.map(({ name }) => name))
    expect(CATALOGUE_FILES.length).toBeGreaterThanOrEqual(3)
    for (const { catalogue, name } of withOne) expect(await catalogue?.()).toEqual(files[name])
  })

  it('would be refused with a part missing, a word that is on no list, or markup in a text', () => {
    const texts = oms.items.RDB_CONNECT['en-us']
    const command = {
      'en-us': 'A.',
      'zh-cn': '一。',
      code: 'SELECT 1',
      lang: 'mysql',
      by: 'task',
      tried: true,
    }
    expect(catalogueFileSchema.safeParse(withItem({ steps: [command] })).success).toBe(true)
    const broken = [
      withItem({ 'zh-cn': undefined }),
      withItem({ confidence: 'sure' }),
      withItem({ severity: 'high' }),
      withItem({ 'en-us': { ...texts, title: '' } }),
      withItem({ 'en-us': { ...texts, causes: [] } }),
      withItem({ steps: [] }),
      withItem({ steps: [{ 'en-us': 'Run it.' }] }),
      withItem({ steps: [{ ...command, lang: 'brainfuck' }] }),
      withItem({ steps: [{ ...command, by: undefined }] }),
      withItem({ steps: [{ ...command, from: 'eight' }] }),
      withItem({ steps: [{ ...command, code: 'SELECT `a`' }] }),
      withItem({ engines: ['access'] }),
      withItem({ rank: 'first' }),
      withItem({ 'en-us': { ...texts, checks: 'Connect to <host>.' } }),
      withItem({ 'en-us': { ...texts, checks: 'One line.\nAnother.' } }),
    ]
    expect(catalogueFileSchema.safeParse(withItem({})).success).toBe(true)
    expect(broken.filter(file => catalogueFileSchema.safeParse(file).success)).toEqual([])
  })

  it('would be refused with a link that leaves the documentation of its own service or is not https', () => {
    const links = [
      'http://support.huaweicloud.com/a.html',
      'https://support.huaweicloud.com.example.com/a.html',
      'https://example.com/support.huaweicloud.com/a.html',
      'https://user@en.oceanbase.com/a',
      'https://en.oceanbase.com/a) [b](https://example.com',
      'https://support.huaweicloud.com/a.html',
    ]
    expect(links.filter(doc => catalogueFileSchema.safeParse(withItem({ doc })).success)).toEqual([])
    expect(catalogueFileSchema.safeParse(withItem({ doc: 'https://en.oceanbase.com/a' })).success).toBe(true)
    const elsewhere = { ...oms, lists: { other: 'https://docs.example.com/checks' } }
    expect(catalogueFileSchema.safeParse({ ...elsewhere, items: {} }).success).toBe(true)
    // A file says itself where its documentation is, but only by a plain https address.
    const asLists = links.filter(
      other => catalogueFileSchema.safeParse({ ...elsewhere, items: {}, lists: { other } }).success,
    )
    expect(asLists).toEqual([
      'https://support.huaweicloud.com.example.com/a.html',
      'https://example.com/support.huaweicloud.com/a.html',
      'https://support.huaweicloud.com/a.html',
    ])
  })
})

describe('the published JSON schema', () => {
  const onDisk = readFileSync(published, 'utf8')

  it('accepts the data files and refuses an unknown key', () => {
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(onDisk))
    expect(Object.values(files).map(file => validate(file))).toEqual(CATALOGUE_FILES.map(() => true))
    expect(validate(withItem({ severity: 'high' }))).toBe(false)
  })
})
