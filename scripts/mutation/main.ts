import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { textBetween } from '../tables.ts'
import { type Figures, figuresOf, figuresTable, LEAST_SCORE, PARTS, type Part, scoreOf } from './parts.ts'

/**
 * Breaks the code in small ways, one at a time, and counts how many the tests notice. `npm run mutation` also writes the
 * figures into `docs/testing.md`; `npm run mutation -- escape services/drs` looks at some parts only. With
 * `--incremental`, a mutant is tried again only where it, or a test of it, has changed since the last time.
 */

const PAGE = new URL('../../docs/testing.md', import.meta.url)
const FOLDER = 'coverage/mutation'

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string', default: '2' },
    incremental: { type: 'boolean', default: false },
  },
})

/** Prints the survivors, and writes all mutants of the part as JSON. */
async function figuresFor({ name, mutate, tests }: Part): Promise<Figures> {
  const file = name.replaceAll(/\W/g, '-')
  // Read by vitest.config.ts, in processes of Stryker's own.
  process.env['MUTATION_TESTS'] = tests.join(' ')
  const mutants = await new Stryker({
    mutate: [...mutate],
    jsonReporter: { fileName: `${FOLDER}/${file}.json` },
    incrementalFile: `${FOLDER}/${file}.incremental.json`,
    incremental: options.incremental,
    tempDirName: `coverage/mutants-${file}`,
    concurrency: Number(options.concurrency),
  }).runMutationTest()
  const statuses = mutants.map(mutant => mutant.status)
  return figuresOf(name, statuses)
}

const unknown = names.filter(name => !PARTS.some(part => part.name === name))
if (unknown.length > 0) {
  throw new Error(`No such part: ${unknown.join(', ')}; there are ${PARTS.map(part => part.name).join(', ')}`)
}
const figures: Figures[] = []
for (const part of PARTS) {
  if (names.length === 0 || names.includes(part.name)) figures.push(await figuresFor(part))
}

const table = figuresTable(figures)
console.log(`\n${table}`)
if (names.length === 0) {
  const page = readFileSync(PAGE, 'utf8')
  writeFileSync(PAGE, textBetween(page, 'mutation: made by npm run mutation', table))
}
const low = figures.filter(one => scoreOf(one) < LEAST_SCORE)
if (low.length > 0) {
  console.error(`Under ${LEAST_SCORE} %: ${low.map(one => one.part).join(', ')}`)
  process.exitCode = 1
}
