import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { misplacedTests, type Referring, usersOfTests } from './placement.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Folders of tests that look at the whole from one side, and stand for no folder of the project. */
const LEVELS = ['architecture', 'contract', 'docs', 'faults', 'fuzz', 'scenarios']
/** What is shared by tests and by programs stands in `testing/`. */
const OTHERS = ['src', 'simulator', 'testing', 'bench', 'browser', 'scripts', 'e2e', 'advice', 'page']

/** Imports, and texts such as `new URL('../a.ts', import.meta.url)`. */
const PATH = /'(\.\.?\/[^'\n]*)'/g

const named = (file: string, text: string): Referring => ({
  file,
  names: [...text.matchAll(PATH)].map(([, name = '']) => path.posix.join(path.posix.dirname(file), name)),
})

const under = (folder: string): readonly Referring[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.includes('node_modules'))
    .map(file => path.posix.join(folder, file.split(path.sep).join('/')))
    .map(file => named(file, readFileSync(path.join(ROOT, file), 'utf8')))

describe('a test stands where its source stands', () => {
  const tests = under('__tests__')
  /** The only way to what belongs to a service. */
  const definitions = under('src/services').filter(({ file }) => file.endsWith('/definition.ts'))

  it('for every folder that is no level of its own', () => {
    expect(tests.length).toBeGreaterThan(300)
    expect(misplacedTests([...tests, ...definitions], LEVELS)).toEqual([])
  })

  it('and a level is no folder of src/', () => {
    expect(LEVELS.filter(level => existsSync(path.join(ROOT, 'src', level)))).toEqual([])
  })

  it('and nobody else uses what is in its folders', () => {
    expect(usersOfTests(OTHERS.flatMap(under))).toEqual([])
  })
})

describe('a test is misplaced that', () => {
  const misplaced = (...files: readonly Referring[]) =>
    misplacedTests(files, ['scenarios'], folder => ['src/plan/', 'bench/'].includes(folder))

  it.each([
    [
      'reaches another folder only',
      named('__tests__/plan/a.test.ts', "import '../../src/gate.ts'"),
      'src/plan/',
    ],
    [
      'stands beside for another file',
      named('__tests__/gate.test.ts', "import '../src/check.ts'"),
      'src/gate.ts',
    ],
    [
      'stands for no folder',
      named('__tests__/other/a.test.ts', "import '../../src/gate.ts'"),
      'folder other',
    ],
  ])('%s', (_what, test, says) => {
    expect(misplaced(test)).toEqual([expect.stringContaining(says)])
  })

  it('and none that reaches its folder, also by a helper, a type or a program that it starts', () => {
    const helper = named('__tests__/plan/helper.ts', "import type { A } from '../../src/plan/a.ts'")
    expect(misplaced(helper, named('__tests__/plan/a.test.ts', "import { a } from './helper.ts'"))).toEqual(
      [],
    )
    expect(misplaced(named('__tests__/bench/a.test.ts', "new URL('../../bench/a.ts', url)"))).toEqual([])
    expect(misplaced(named('__tests__/gate.test.ts', "await import('../src/gate.ts')"))).toEqual([])
    expect(misplaced(named('__tests__/scenarios/a.test.ts', ''))).toEqual([])
  })

  it('is found out by whoever uses it', () => {
    const user = named('bench/scale/a.ts', "import type { A } from '../../__tests__/plan/helper.ts'")
    expect(usersOfTests([user])).toEqual(['bench/scale/a.ts uses __tests__/plan/helper.ts'])
    expect(usersOfTests([named('bench/a.ts', "import '../testing/a.ts'")])).toEqual([])
  })
})
