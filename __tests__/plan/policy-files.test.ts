import { describe, expect, it } from 'vitest'
import type { FileAtRef, Protection } from '../../src/files/ports.ts'
import type { WaiversSource } from '../../src/github/event.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { DRS, KEYS, listOfServices, planWith, TASK, type Values } from './planning.ts'

const WAIVERS = 'version: 1\nwaivers: [{ item: binlog, reason: known, owner: dba, expires: 2026-12-31 }]\n'
const CONFIG = `version: 1\ntargets: [{ name: a, service: drs, region: cn-north-4, job-ids: [${TASK}] }]\n`
const MALFORMED = 'version: 2\n'
const MAIN = 'refs/heads/main'
const BASE = 'refs/heads/release/1'
const OF_MAIN: WaiversSource = { from: 'branch', ref: MAIN }
const OF_BASE: WaiversSource = { from: 'base-branch', branch: 'release/1', ref: BASE, otherwise: MAIN }

const NOT_MERGED =
  ' A file that this change brings is not there yet: merge it first, on its own; else correct the path or the ref'

const found = (text: string): FileAtRef => ({ kind: 'found', text })
const unavailable: FileAtRef = {
  kind: 'unavailable',
  why: verbatim('Could not read w.yml at main: HTTP 403.'),
}

const waived = { ...DRS, ...KEYS, waivers: 'w.yml' }
const configured: Values = { config: 'c.yml' }

describe('the waiver file', () => {
  it('comes from the workspace where nothing else is said', async () => {
    const { plan, asked, problems } = await planWith(waived, { workspace: { 'w.yml': WAIVERS } })
    expect(problems).toEqual([])
    expect(plan?.waivers).toMatchObject([{ item: 'binlog', owner: 'dba' }])
    expect(asked).toEqual(['w.yml'])
  })

  it('comes from the default ref, so that a pull request cannot waive its own findings', async () => {
    const { plan, asked } = await planWith(waived, {
      workspace: { 'w.yml': WAIVERS },
      refs: { [`w.yml@${MAIN}`]: found('version: 1\nwaivers: []\n') },
      defaultWaivers: OF_MAIN,
    })
    expect(plan?.waivers).toEqual([])
    expect(asked).toEqual([`w.yml@${MAIN}`])
  })

  it.each<[string, Protection, string]>([
    ['the base branch where that is protected', { kind: 'protected' }, BASE],
    [
      'the default branch where it is not, for whoever opened the pull request may have made it',
      { kind: 'unprotected' },
      MAIN,
    ],
  ])('comes from %s', async (_, protection, ref) => {
    const refs = { [`w.yml@${ref}`]: found(WAIVERS) }
    const around = {
      workspace: { 'w.yml': '' },
      refs,
      branches: { 'release/1': protection },
      defaultWaivers: OF_BASE,
    }
    const { plan, asked, problems } = await planWith(waived, around)
    expect([problems, plan?.waivers.length]).toEqual([[], 1])
    expect(asked).toEqual(['protection of release/1', `w.yml@${ref}`])
  })

  it('is not read where nobody can say whether the base branch is protected: the policy is unavailable', async () => {
    const refs = { [`w.yml@${BASE}`]: found(WAIVERS), [`w.yml@${MAIN}`]: found(WAIVERS) }
    const branches = {
      'release/1': { kind: 'unavailable', why: verbatim('Could not read whether …: HTTP 502.') },
    } as const
    const { plan, problems, ...rest } = await planWith(waived, { refs, branches, defaultWaivers: OF_BASE })
    expect([plan, problems, rest.asked]).toEqual([null, [], ['protection of release/1']])
    expect(rest.unavailable).toEqual([
      'waivers: Could not read whether …: HTTP 502. Or name a branch in waivers-ref.',
    ])
  })

  it('comes from waivers-ref before the default, and from the workspace by that word', async () => {
    const around = {
      workspace: { 'w.yml': WAIVERS },
      refs: { 'w.yml@release/1': found(WAIVERS) },
      defaultWaivers: OF_BASE,
    }
    const own = await planWith({ ...waived, 'waivers-ref': 'release/1' }, around)
    expect([own.problems, own.plan?.waivers.length, own.asked]).toEqual([[], 1, ['w.yml@release/1']])
    const checkedOut = await planWith({ ...waived, 'waivers-ref': 'workspace' }, around)
    expect([checkedOut.plan?.waivers.length, checkedOut.asked]).toEqual([1, ['w.yml']])
  })

  it('that does not exist at the default ref means no waivers, with a warning', async () => {
    const { plan, warnings, unavailable } = await planWith(waived, { defaultWaivers: OF_MAIN })
    expect([plan?.waivers, unavailable]).toEqual([[], []])
    expect(warnings).toEqual([
      `waivers: w.yml does not exist at ${MAIN}, so no waiver holds. Waivers of a pull request count once they are merged.`,
    ])
  })

  it('that does not exist at a ref that was asked for makes the policy unavailable', async () => {
    const { plan, problems, unavailable } = await planWith({ ...waived, 'waivers-ref': 'main' })
    expect([plan, problems, unavailable]).toEqual([
      null,
      [],
      [`waivers: w.yml does not exist at main.${NOT_MERGED}`],
    ])
  })

  it.each<[string, Values]>([
    ['the default ref', {}],
    ['a ref that was asked for', { 'waivers-ref': 'main' }],
  ])('that cannot be fetched from %s makes the policy unavailable', async (_, values) => {
    const { plan, problems, ...rest } = await planWith(
      { ...waived, ...values },
      { refs: { [`w.yml@${MAIN}`]: unavailable, 'w.yml@main': unavailable }, defaultWaivers: OF_MAIN },
    )
    expect([plan, problems, rest.warnings]).toEqual([null, [], []])
    expect(rest.unavailable).toEqual(['waivers: Could not read w.yml at main: HTTP 403.'])
  })

  it('whose branch nobody names makes the policy unavailable, and names the variable', async () => {
    const nowhere: WaiversSource = { from: 'unnamed-branch', variable: 'CHANGE_TARGET' }
    const { plan, problems, asked, unavailable } = await planWith(waived, { defaultWaivers: nowhere })
    expect([plan, problems, asked]).toEqual([null, [], []])
    expect(unavailable).toEqual([
      'waivers: Could not read w.yml at the target branch: the variable CHANGE_TARGET, which names that branch, is not set. Hand it over to the gate.',
    ])
  })

  it('that is missing in the workspace is invalid input', async () => {
    const { plan, problems, unavailable } = await planWith(waived)
    expect([plan, unavailable]).toEqual([null, []])
    expect(problems).toEqual([
      expect.stringMatching(
        /^waivers: "w.yml" does not exist in the workspace; allowed: .*actions\/checkout/,
      ),
    ])
  })

  it('that cannot be read in the workspace is invalid input, with what the file system says', async () => {
    const workspace = { 'w.yml': new Error('EISDIR: illegal operation on a directory, read') }
    const { problems } = await planWith(waived, { workspace })
    expect(problems).toEqual([
      'waivers: "w.yml" cannot be read (EISDIR: illegal operation on a directory, read); allowed: a UTF-8 file inside the workspace',
    ])
  })

  it('that is malformed is invalid input, wherever it comes from', async () => {
    const problem = [
      'w.yml:1:1: "waivers" is missing; allowed: a list',
      'w.yml:1:10: version is 2; allowed: 1',
    ]
    const checkedOut = await planWith(waived, { workspace: { 'w.yml': MALFORMED } })
    expect([checkedOut.problems, checkedOut.unavailable]).toEqual([problem, []])
    const refs = { 'w.yml@main': found(MALFORMED) }
    const atRef = await planWith({ ...waived, 'waivers-ref': 'main' }, { refs })
    expect([atRef.problems, atRef.unavailable]).toEqual([problem, []])
  })

  it('that is no text is invalid input, wherever it comes from', async () => {
    const why = 'the file is UTF-16; save it as UTF-8'
    const checkedOut = await planWith(waived, { workspace: { 'w.yml': new Error(why) } })
    expect(checkedOut.problems).toEqual([
      `waivers: "w.yml" cannot be read (${why}); allowed: a UTF-8 file inside the workspace`,
    ])
    const refs = { 'w.yml@main': { kind: 'refused', why: verbatim(`w.yml at main of a/b: ${why}`) } as const }
    const atRef = await planWith({ ...waived, 'waivers-ref': 'main' }, { refs })
    expect([atRef.problems, atRef.unavailable]).toEqual([
      [`waivers: w.yml at main of a/b: ${why}; allowed: a UTF-8 file`],
      [],
    ])
  })

  it('may name the services of the gate and no others', async () => {
    const of = (service: string) => WAIVERS.replace('item:', `service: ${service}, item:`)
    expect((await planWith(waived, { workspace: { 'w.yml': of('oms') } })).problems).toEqual([])
    expect((await planWith(waived, { workspace: { 'w.yml': of('rds') } })).problems).toEqual([
      `w.yml:2:22: waivers[0].service is "rds"; allowed: ${listOfServices('"')}`,
    ])
  })

  it('is not read where the input is not set, whatever the ref', async () => {
    const { asked } = await planWith({ ...DRS, ...KEYS }, { defaultWaivers: OF_BASE })
    expect(asked).toEqual([])
  })
})

describe('the config file', () => {
  it.each<[string, Values]>([
    ['nothing else is said', {}],
    ['config-ref says workspace', { 'config-ref': 'workspace' }],
  ])('comes from the workspace where %s, on a pull request too', async (_, values) => {
    const around = { workspace: { 'c.yml': CONFIG }, defaultWaivers: OF_BASE }
    const { plan, asked } = await planWith({ ...configured, ...values }, around)
    expect([plan?.targets.length, asked]).toEqual([1, ['c.yml']])
  })

  it('comes from config-ref', async () => {
    const { plan, asked } = await planWith(
      { ...configured, 'config-ref': 'main' },
      { refs: { 'c.yml@main': found(CONFIG) } },
    )
    expect([plan?.targets.length, asked]).toEqual([1, ['c.yml@main']])
  })

  it.each<[string, FileAtRef, string]>([
    ['does not exist', { kind: 'absent' }, `config: c.yml does not exist at main.${NOT_MERGED}`],
    ['cannot be fetched', unavailable, 'config: Could not read w.yml at main: HTTP 403.'],
  ])('that %s at config-ref makes the policy unavailable', async (_, file, expected) => {
    const { plan, problems, ...rest } = await planWith(
      { ...configured, 'config-ref': 'main' },
      { refs: { 'c.yml@main': file } },
    )
    expect([plan, problems, rest.unavailable]).toEqual([null, [], [expected]])
  })

  it('that is missing in the workspace or malformed is invalid input', async () => {
    expect((await planWith(configured)).problems).toEqual([
      expect.stringMatching(/^config: "c.yml" does not exist/),
    ])
    const refs = { 'c.yml@main': found(MALFORMED) }
    const malformed = await planWith({ ...configured, 'config-ref': 'main' }, { refs })
    expect(malformed.problems).toHaveLength(2)
    expect(malformed.unavailable).toEqual([])
  })

  it('and the waiver file are looked at both, so that all problems come together', async () => {
    const { problems, unavailable } = await planWith(
      { ...configured, waivers: 'w.yml', 'waivers-ref': 'main', 'iam-user': 'robot' },
      { workspace: { 'c.yml': MALFORMED } },
    )
    expect(problems.map(text => text.split(' ')[0])).toEqual(['c.yml:1:1:', 'c.yml:1:10:', 'iam-user:'])
    expect(unavailable).toEqual([`waivers: w.yml does not exist at main.${NOT_MERGED}`])
  })
})
