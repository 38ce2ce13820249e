import { existsSync } from 'node:fs'
import * as path from 'node:path'

/** Where a test stands. Each rule returns its offenders in words, so that an empty list is a rule that is kept. */

/** A file with the files of the project that it names: those it imports, and programs that it starts. */
export interface Referring {
  readonly file: string
  readonly names: readonly string[]
}

const TESTS = '__tests__/'
const isTest = (file: string) => file.endsWith('.test.ts')

/** The folder that a folder of tests stands for: that of `src/` of the same name, or else of the project; null for neither. */
function roomTested(folder: string, exists: (folder: string) => boolean): string | null {
  return [`src/${folder}/`, `${folder}/`].find(exists) ?? null
}

/** Tests that reach nothing of the folder or file that they stand for, neither themselves nor by what they share with other tests. */
export function misplacedTests(
  sources: readonly Referring[],
  levels: readonly string[],
  exists: (folder: string) => boolean = existsSync,
): readonly string[] {
  const named = new Map(sources.map(({ file, names }) => [file, names]))
  return sources
    .filter(({ file }) => isTest(file) && !levels.some(level => file.startsWith(`${TESTS}${level}/`)))
    .flatMap(({ file }) => {
      const folder = path.posix.dirname(file).slice(TESTS.length)
      const loose = `src/${path.posix.basename(file, '.test.ts')}.ts`
      const tested = folder === '' ? loose : roomTested(folder, exists)
      if (tested === null) return [`${file}: there is no folder ${folder}`]
      return reached(file, named).some(name => name.startsWith(tested))
        ? []
        : [`${file} reaches nothing of ${tested}`]
    })
}

/** What a file names, itself or by other files among the tests. */
function reached(file: string, named: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set([file])
  for (const next of seen) for (const name of named.get(next) ?? []) seen.add(name)
  return [...seen]
}

/** Files outside the tests that name something among them. */
export function usersOfTests(sources: readonly Referring[]): readonly string[] {
  return sources.flatMap(({ file, names }) =>
    names.filter(name => name.startsWith(TESTS)).map(name => `${file} uses ${name}`),
  )
}
