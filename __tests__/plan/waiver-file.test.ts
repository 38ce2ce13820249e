import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { InputProblems } from '../../src/plan/problems.ts'
import { parseWaiverFile, waiverJsonSchema } from '../../src/plan/waiver-file.ts'

const SERVICES = ['drs', 'ddm', 'oms']
const FILE = 'ci/waivers.yml'

const read = async (text: string) => {
  const problems = new InputProblems()
  const waivers = await parseWaiverFile(text, FILE, SERVICES, problems)
  return { waivers, problems: problems.all.map(problem => problem.in('en-us')) }
}
const problemsOf = async (text: string) => (await read(text)).problems

/** A file with one entry, whole but for what the test changes; null takes a key out. */
function fileWith(changes: Readonly<Record<string, string | null>> = {}): string {
  const entry = { item: 'binlog', reason: 'known', owner: 'dba', expires: '2026-12-31', ...changes }
  const lines = Object.entries(entry).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]))
  return `version: 1\nwaivers:\n  - ${lines.join('\n    ')}\n`
}

const GOOD: readonly (readonly [string, string])[] = [
  ['an entry with only what is required', fileWith()],
  ['an empty list', 'version: 1\nwaivers: []\n'],
  ['a day in quotes', fileWith({ expires: '"2028-02-29"' })],
  ['every status', fileWith({ status: 'any' })],
  [
    'all that is optional',
    fileWith({ status: 'failed', service: 'oms', task: 'np_*', 'failed-reason': 'OFF' }),
  ],
  ['a pattern in quotes', fileWith({ item: '"*/MASTER/?inlog"' })],
]

const BAD: readonly (readonly [string, string, string])[] = [
  ['an empty file', '', '1:1: the file is empty; allowed: a mapping of keys to values'],
  ['a list', '- item: a\n', '1:1: the file is a list; allowed: a mapping of keys to values'],
  ['another version', 'version: 2\nwaivers: []\n', '1:10: version is 2; allowed: 1'],
  ['a version in quotes', 'version: "1"\nwaivers: []\n', '1:10: version is "1"; allowed: 1'],
  ['no version', 'waivers: []\n', '1:1: "version" is missing; allowed: 1'],
  ['no waivers', 'version: 1\n', '1:1: "waivers" is missing; allowed: a list'],
  ['waivers without a value', 'version: 1\nwaivers:\n', '2:9: waivers is empty; allowed: a list'],
  [
    'an unknown key at the top',
    'version: 1\nwaivers: []\nwaiver: 1\n',
    '3:1: unknown key "waiver"; allowed: version, waivers',
  ],
  [
    'an unknown key in an entry',
    fileWith({ expiry: '1' }),
    '7:5: unknown key "expiry" in waivers[0]; allowed: item, status, failed-reason, service, task, fingerprint, reason, owner, expires',
  ],
  [
    'an unknown status',
    fileWith({ status: 'passed' }),
    '7:13: waivers[0].status is "passed"; allowed: "warning", "failed" or "any"',
  ],
  [
    'an unknown service',
    fileWith({ service: 'DRS' }),
    '7:14: waivers[0].service is "DRS"; allowed: "drs", "ddm" or "oms"',
  ],
  [
    'a day that does not exist',
    fileWith({ expires: '2026-02-29' }),
    '6:14: waivers[0].expires is "2026-02-29"; allowed: text (the last day on which it holds, in UTC: a real date as YYYY-MM-DD)',
  ],
  [
    'a character that nobody can see in an item',
    'version: 1\nwaivers:\n  - item: "srcTtl\\u200b"\n    reason: r\n    owner: o\n    expires: 2026-12-31\n',
    '3:11: waivers[0].item is "srcTtl\\u200b" (character 7 is U+200B, which cannot be seen); allowed: text (not blank: the id of a check item, * is any text, ? is one character)',
  ],
  [
    'a character that nobody can see in a task',
    'version: 1\nwaivers:\n  - item: a\n    task: "a281\\u00a0*"\n    reason: r\n    owner: o\n    expires: 2026-12-31\n',
    '4:11: waivers[0].task is "a281\\u00a0*" (character 5 is U+00A0, which cannot be seen); allowed: text (not blank: it holds only for this task, id or pattern like item)',
  ],
  [
    'a blank reason',
    fileWith({ reason: '"  "' }),
    '4:13: waivers[0].reason is "  "; allowed: text (not blank: why the finding is accepted)',
  ],
  [
    'a number as task',
    fileWith({ task: '5' }),
    '7:11: waivers[0].task is 5; allowed: text (not blank: it holds only for this task, id or pattern like item)',
  ],
  [
    'the same entry twice',
    `${fileWith()}  - {expires: 2026-12-31, owner: dba, reason: known, item: binlog, status: warning}\n`,
    '7:5: waivers[1] is the same as waivers[0]; allowed: each waiver once',
  ],
]

describe('a waiver file', () => {
  it('becomes waivers, with null for what is not narrowed down', async () => {
    const other =
      '  - {item: x, status: any, failed-reason: OFF, service: oms, task: t*, reason: r, owner: o, expires: 2027-01-01}\n'
    expect(await read(fileWith() + other)).toEqual({
      problems: [],
      waivers: [
        {
          item: 'binlog',
          status: 'warning',
          failedReason: null,
          service: null,
          task: null,
          fingerprints: null,
          reason: 'known',
          owner: 'dba',
          expires: '2026-12-31',
        },
        {
          item: 'x',
          status: 'any',
          failedReason: 'OFF',
          service: 'oms',
          task: 't*',
          fingerprints: null,
          reason: 'r',
          owner: 'o',
          expires: '2027-01-01',
        },
      ],
    })
  })

  it('takes one fingerprint or a list of them', async () => {
    const texts = ['3f9a1c0b77de', "'123456789012'", '[3f9a1c0b77de, "123456789012"]']
    const listed = await Promise.all(
      texts.map(async fingerprint => {
        const { waivers, problems } = await read(fileWith({ fingerprint }))
        return waivers[0]?.fingerprints ?? problems
      }),
    )
    expect(listed).toEqual([['3f9a1c0b77de'], ['123456789012'], ['3f9a1c0b77de', '123456789012']])
  })

  it.each([
    '3f9a1c0b77d',
    '3F9A1C0B77DE',
    '3f9a1c0b77de0',
    '[]',
    '[3f9a1c0b77dg]',
    '123456789012',
    '1e1234567890',
    '""',
  ])('refuses the fingerprint %s and says what one looks like', async fingerprint => {
    const [problem, ...more] = await problemsOf(fileWith({ fingerprint }))
    expect(problem).toMatch(/^ci\/waivers\.yml:7:\d+: /)
    expect(problem).toMatch(/12 hexadecimal digits in quotes|the same in quotes/)
    expect(more).toEqual([])
  })

  it.each(GOOD)('may hold %s', async (_, text) => {
    expect(await problemsOf(text)).toEqual([])
  })

  it.each(BAD)('is refused for %s', async (_, text, problem) => {
    expect(await problemsOf(text)).toEqual([`${FILE}:${problem}`])
  })

  it.each(['item', 'reason', 'owner', 'expires'])('is refused where an entry has no %s', async key => {
    const [problem, ...more] = await problemsOf(fileWith({ [key]: null }))
    expect(problem).toMatch(
      new RegExp(`^ci/waivers.yml:3:5: "${key}" is missing in waivers\\[0\\]; allowed: text `),
    )
    expect(more).toEqual([])
  })

  it.each([
    '2026-13-01',
    '2026-1-1',
    '20261231',
    '2026-12-31T00:00:00Z',
    '2100-02-29',
    'tomorrow',
    '~',
    '"2026-12-31 "',
  ])('is refused for %s as last day', async expires => {
    expect(await problemsOf(fileWith({ expires }))).toHaveLength(1)
  })

  it('takes two entries that differ only in the last day: one is renewed by the other', async () => {
    const renewed = fileWith() + fileWith({ expires: '2027-12-31' }).split('\n').slice(2).join('\n')
    const result = await read(renewed)
    expect(result.waivers.map(one => one.expires)).toEqual(['2026-12-31', '2027-12-31'])
  })

  it('is told all that is wrong with it at once, in the order of the file', async () => {
    const text =
      'version: 3\nwaivers:\n  - item: a\n    status: bad\n    reason: r\n    expires: never\n  - 7\nextra: 1\n'
    const positions = (await problemsOf(text)).map(problem => problem.split(' ')[0])
    expect(positions).toEqual(['1:10:', '3:5:', '4:13:', '6:14:', '7:5:', '8:1:'].map(at => `${FILE}:${at}`))
  })
})

describe('the published schema', () => {
  const schema = waiverJsonSchema(SERVICES)
  const ajv = new Ajv2020({ allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)

  const texts = [...GOOD, ...BAD].map(([name, text]) => [name, text] as const)
  // Entries that differ in a spelled-out default are the same to the reader only.
  it.each(texts.filter(([name]) => name !== 'the same entry twice'))(
    'agrees with the reader on %s',
    async (_, text) => {
      expect(validate(parse(text))).toBe((await problemsOf(text)).length === 0)
    },
  )

  it('refuses an entry that is written twice', () => {
    const { waivers } = parse(fileWith())
    expect(validate({ version: 1, waivers: [...waivers, ...waivers] })).toBe(false)
  })
})
