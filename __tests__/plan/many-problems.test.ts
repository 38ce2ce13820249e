import { describe, expect, it } from 'vitest'
import { slowdownOf, TEN_TIMES_MOSTLY } from '../../testing/effort.ts'
import { DRS, FILE, KEYS, planConfig, planWith, TASK } from './planning.ts'

/** A file of a pull request may hold a hundred thousand mistakes; the gate tells fifty and is done with them soon. */

const many = (count: number, item: (index: number) => string, between = ', ') =>
  Array.from({ length: count }, (_, index) => item(index)).join(between)

const target = (rest: string) => `version: 1\ntargets: [{ name: a, service: drs, region: r1, ${rest} }]\n`
const request = (text: string) =>
  `version: 1\ntargets: [{ name: a, service: ddm, region: r1, instance-id: i, database: d, request: ${text} }]\n`

const CONFIGS: readonly (readonly [string, (count: number) => string])[] = [
  ['unknown keys', n => `version: 1\ntargets: []\n${many(n, i => `k${i}: 1`, '\n')}`],
  ['unknown keys of a target', n => target(`job-ids: [${TASK}], ${many(n, i => `k${i}: 1`)}`)],
  ['one key again and again', n => target(many(n, () => 'mode: run'))],
  ['targets with nothing in them', n => `version: 1\ntargets: [${many(n, () => '{}')}]\n`],
  [
    'targets without a task',
    n => `version: 1\ntargets: [${many(n / 10, i => `{name: t${i}, service: drs}`)}]\n`,
  ],
  ['ids that are none', n => target(`job-ids: [${many(n, () => '"!"')}]`)],
  ['one id again and again', n => target(`job-ids: [${many(n, () => 'a')}]`)],
  ['variables that are not lent', n => request(`{ a: [${many(n / 2, () => '"${A}"')}] }`)],
  ['empty secrets', n => request(`{ password: [${many(n, () => '""')}] }`)],
  ['anchors', n => `version: 1\ntargets: [${many(n, () => '&a 1')}]\n`],
]

const WAIVERS: readonly (readonly [string, (count: number) => string])[] = [
  ['unknown keys', n => `version: 1\nwaivers: []\n${many(n, i => `k${i}: 1`, '\n')}`],
  ['waivers with nothing in them', n => `version: 1\nwaivers: [${many(n, () => '{}')}]\n`],
  [
    'one waiver again and again',
    n =>
      `version: 1\nwaivers: [${many(n / 8, () => '{item: a, reason: b, owner: c, expires: 2026-12-31}')}]\n`,
  ],
]

const planWaivers = (text: string) =>
  planWith({ ...DRS, ...KEYS, waivers: 'w.yml' }, { workspace: { 'w.yml': text } })

describe.each([
  ['config file', FILE, CONFIGS, (text: string) => planConfig(text, KEYS)],
  ['waiver file', 'w.yml', WAIVERS, planWaivers],
] as const)('a %s with very many mistakes', (_, file, cases, plan) => {
  it.each(cases)('shows the first fifty and how many more there are: %s', async (_what, text) => {
    const { problems } = await plan(text(1_000))
    expect(problems).toHaveLength(51)
    const places = problems.slice(0, 50).map(problem => {
      const [, line, column] = /^[\w./]+:(\d+):(\d+): /.exec(problem) ?? []
      return Number(line) * 1_000_000 + Number(column)
    })
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(problems[50]).toMatch(new RegExp(`^${file}: [1-9]\\d* more problems$`))
  })

  it.each(cases)(
    'is read in a time that grows with its length: %s',
    async (_what, text) => {
      const small = text(500)
      const large = text(5_000)
      expect(
        await slowdownOf(
          () => plan(small),
          () => plan(large),
        ),
      ).toBeLessThan(TEN_TIMES_MOSTLY)
    },
    60_000,
  )
})
