import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { catalogueFileSchema } from '../../src/catalogue/schema.ts'
import ddm from '../../src/services/ddm/catalogue.json' with { type: 'json' }
import drs from '../../src/services/drs/catalogue.json' with { type: 'json' }
import oms from '../../src/services/oms/catalogue.json' with { type: 'json' }

const files = { ddm, drs, oms }
const published = new URL('../../schema/catalogue.schema.json', import.meta.url)

/** The OMS file with one change, as a contributor could make it by mistake. */
function withItem(change: object): unknown {
  return { ...oms, items: { RDB_CONNECT: { ...oms.items.RDB_CONNECT, ...change } } }
}

describe('the data files', () => {
  it.each(Object.entries(files))('%s.json is valid', (_service, file) => {
    expect(catalogueFileSchema.safeParse(file).error).toBeUndefined()
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

  it('would be refused with a link that leaves the vendors or is not https', () => {
    const links = [
      'http://support.huaweicloud.com/a.html',
      'https://support.huaweicloud.com.example.com/a.html',
      'https://example.com/support.huaweicloud.com/a.html',
      'https://user@en.oceanbase.com/a',
      'https://en.oceanbase.com/a) [b](https://example.com',
    ]
    expect(links.filter(doc => catalogueFileSchema.safeParse(withItem({ doc })).success)).toEqual([])
  })
})

describe('the published JSON schema', () => {
  const onDisk = readFileSync(published, 'utf8')

  it('accepts the data files and refuses an unknown key', () => {
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(onDisk))
    expect(Object.values(files).map(file => validate(file))).toEqual([true, true, true])
    expect(validate(withItem({ severity: 'high' }))).toBe(false)
  })
})
