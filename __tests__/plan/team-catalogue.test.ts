import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { InputProblems } from '../../src/plan/problems.ts'
import { parseTeamCatalogue, teamCatalogueJsonSchema } from '../../src/plan/team-catalogue.ts'
import { DRS, KEYS, planWith } from './planning.ts'

const FILE = 'ci/catalogue.yml'
const read = async (text: string) => {
  const problems = new InputProblems()
  const catalogue = await parseTeamCatalogue(text, FILE, problems)
  return { catalogue, problems: problems.all.map(problem => problem.in('en-us')) }
}
const problemsOf = async (text: string) => (await read(text)).problems
const fileWith = (entry: string) => `version: 1\nitems:\n  binlog: ${entry}\n`
const STEP = '{ text: Ask. }'

describe('a team catalogue', () => {
  it('gives steps and link by the id of the item', async () => {
    const text = readFileSync(new URL('../../examples/precheck.catalogue.yml', import.meta.url), 'utf8')
    const result = await read(text)
    expect(result.catalogue.get('srcDbBinlogIsOff')).toEqual({
      steps: [
        {
          text: 'Ask the DBA on call: the binlog is switched on with the next restart window, Tuesday night.',
          code: null,
          lang: null,
          changes: false,
          tried: false,
        },
        expect.objectContaining({ code: "SHOW VARIABLES LIKE 'log_bin'", lang: 'mysql', tried: false }),
      ],
      doc: 'https://wiki.example.com/databases/binlog',
    })
  })

  it('may be empty, and may name an item like what every object inherits', async () => {
    expect(await read('version: 1\nitems: {}\n')).toEqual({ catalogue: new Map(), problems: [] })
    const { catalogue } = await read(`version: 1\nitems:\n  constructor: { steps: [${STEP}] }\n`)
    expect([...catalogue.keys()]).toEqual(['constructor'])
  })

  it.each([
    ['an empty file', '', '1:1: the file is empty'],
    ['no items', 'version: 1\n', '1:1: "items" is missing'],
    ['another version', 'version: 2\nitems: {}\n', '1:10: version is 2; allowed: 1'],
    ['an unknown key at the top', 'version: 1\nitems: {}\nwaivers: []\n', '3:1: unknown key "waivers"'],
    ['an item without steps', fileWith('{}'), '3:11: "steps" is missing in items.binlog'],
    ['no step at all', fileWith('{ steps: [] }'), '3:20: '],
    ['an unknown key in an item', fileWith(`{ steps: [${STEP}], status: passed }`), 'unknown key "status"'],
    ['an unknown key in a step', fileWith('{ steps: [{ text: A, tried: true }] }'), 'unknown key "tried"'],
    ['a step without text', fileWith('{ steps: [{ code: a }] }'), '"text" is missing'],
    ['a blank step', fileWith('{ steps: [{ text: " " }] }'), '3:29: '],
    ['a number for a text', fileWith('{ steps: [{ text: 1 }] }'), '3:29: '],
    ['a script for a link', fileWith(`{ steps: [${STEP}], doc: "javascript:alert(1)" }`), 'https://'],
    ['a link without TLS', fileWith(`{ steps: [${STEP}], doc: "http://wiki.example.com" }`), 'https://'],
  ])('with %s is refused with file, line and what is allowed', async (_what, text, message) => {
    const problems = await problemsOf(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^ci\/catalogue\.yml:\d+:\d+: .+; allowed: .+/)
    expect(problems[0]).toContain(message)
  })

  it('is described to editors by the same schema', async () => {
    const validate = new Ajv2020({ strict: false }).compile(teamCatalogueJsonSchema())
    expect(validate(parse(fileWith(`{ steps: [${STEP}] }`)))).toBe(true)
    expect(validate(parse(fileWith('{ steps: [] }')))).toBe(false)
    expect(validate(parse(fileWith(`{ steps: [${STEP}], status: passed }`)))).toBe(false)
  })
})

describe('the input catalogue', () => {
  const values = { ...DRS, ...KEYS, catalogue: FILE }

  it('is read from the workspace', async () => {
    const { plan, asked } = await planWith(values, {
      workspace: { [FILE]: fileWith(`{ steps: [${STEP}] }`) },
    })
    expect(plan?.teamCatalogue.get('binlog')?.steps).toHaveLength(1)
    expect(asked).toEqual([FILE])
  })

  it('is invalid input where the file is missing, unreadable or wrong', async () => {
    const missing = await planWith(values)
    expect(missing.plan).toBeNull()
    expect(missing.problems[0]).toContain('catalogue: "ci/catalogue.yml" does not exist in the workspace')
    const unreadable = await planWith(values, { workspace: { [FILE]: new Error('it is not a plain file') } })
    expect(unreadable.problems[0]).toContain('cannot be read (it is not a plain file)')
    const wrong = await planWith(values, { workspace: { [FILE]: fileWith('{}') } })
    expect(wrong.plan).toBeNull()
    expect(wrong.problems).toEqual([expect.stringContaining('ci/catalogue.yml:3:')])
  })

  it('is nothing where it is not set', async () => {
    const { plan } = await planWith({ ...DRS, ...KEYS })
    expect(plan?.teamCatalogue.size).toBe(0)
  })
})
