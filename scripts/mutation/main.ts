import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { textBetween } from '../tables.ts'
import { type Figures, figuresOf, figuresTable, LEAST_SCORE, PARTS, type Part, scoreOf } from './parts.ts'

/**
 * Breaks the code in small ways, one at a time, and counts how many the tests notice: `npm run mutation`, which also
 * writes the figures into `docs/testing.md`, or `npm run mutation -- escape services/drs` for some parts only.
 */

const PAGE = new URL('../../docs/testing.md', import.meta.url)

/** Survivors are printed, and all mutants stand in the JSON report. */
async function tried({ name, mutate, tests }: Part): Promise<Figures> {
  const file = name.replaceAll(/\W/g, '-')
  process.env['MUTATION_TESTS'] = tests.join(' ')
  const stryker = new Stryker({
    mutate: [...mutate],
    jsonReporter: { fileName: `coverage/mutation/${file}.json` },
    incrementalFile: `coverage/mutation/${file}.incremental.json`,
    tempDirName: `coverage/mutants-${file}`,
    incremental: options.incremental,
    concurrency: Number(options.concurrency),
  })
  const mutants = await stryker.runMutationTest()
  return figuresOf(
    name,
    mutants.map(mutant => mutant.status),
  )
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string', default: '2' },
    incremental: { type: 'boolean', default: false },
  },
})
const parts = positionals.length === 0 ? PARTS : PARTS.filter(part => positionals.includes(part.name))
if (parts.length === 0)
  throw new Error(`There is no such part; the parts are ${PARTS.map(part => part.name).join(', ')}`)

const figures: Figures[] = []
for (const part of parts) figures.push(await tried(part))

const table = figuresTable(figures)
console.log(`\n${table}`)
if (parts === PARTS) {
  const page = readFileSync(PAGE, 'utf8')
  writeFileSync(PAGE, textBetween(page, 'mutation: made by npm run mutation', table))
}
const low = figures.filter(one => scoreOf(one) < LEAST_SCORE)
if (low.length > 0) {
  console.error(`Under ${LEAST_SCORE} %: ${low.map(one => one.part).join(', ')}`)
  process.exitCode = 1
}
