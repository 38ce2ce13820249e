import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

/** What `npm ci` installs is what was locked, byte by byte, on every platform. */

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
})
type Lock = z.infer<typeof lockSchema>

const LOCKS = ['package-lock.json', 'scripts/mutation/package-lock.json']
const INTEGRITY = /^sha512-[A-Za-z0-9+/]{86}==$/

function lockIn(file: string): Lock {
  return lockSchema.parse(JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')))
}

/** The root stands under an empty name. */
function withoutHash({ packages }: Lock): readonly string[] {
  return Object.entries(packages).flatMap(([name, { integrity = '' }]) =>
    name === '' || INTEGRITY.test(integrity) ? [] : [name],
  )
}

/** npm installs these where the platform fits, and `npm install` can lose those of other platforms from the lock. */
function lostPlatforms({ packages }: Lock): readonly string[] {
  const names = Object.keys(packages)
  return Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies))
    .filter(wanted => !names.some(name => name.endsWith(`node_modules/${wanted}`)))
}

describe.each(LOCKS)('%s', file => {
  const lock = lockIn(file)

  it('has the hash of every package, so that a changed one is not installed', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100)
    expect(withoutHash(lock)).toEqual([])
  })

  it('has the optional packages of every platform, not only of the one where it was written', () => {
    expect(lostPlatforms(lock)).toEqual([])
  })
})

describe('a lock file', () => {
  const HASH = `sha512-${'A'.repeat(86)}==`

  it.each([
    ['no hash', undefined],
    ['an empty one', ''],
    ['an old one', 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk='],
  ])('with %s of a package is found out', (_words, integrity) => {
    const lock = lockSchema.parse({ packages: { '': {}, 'node_modules/a': { integrity } } })
    expect(withoutHash(lock)).toEqual(['node_modules/a'])
  })

  it('that has lost a platform is found out', () => {
    const tool = { integrity: HASH, optionalDependencies: { '@tool/linux': '1.0.0', '@tool/mac': '1.0.0' } }
    const packages = { 'node_modules/tool': tool, 'node_modules/@tool/linux': { integrity: HASH } }
    expect(lostPlatforms(lockSchema.parse({ packages }))).toEqual(['@tool/mac'])
  })
})
