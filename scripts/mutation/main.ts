import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { runCommand, UsageError, wholeNumber } from '../command-line.ts'
import { textBetween } from '../tables.ts'
import { type Figures, figuresOf, figuresTable, LEAST_SCORE, PARTS, type Part, scoreOf } from './parts.ts'

/** `npm run mutation`: breaks the code in small ways, one at a time, and counts how many the tests notice. */

const USAGE = `Usage: npm run mutation -- [PART ...] [--incremental] [--concurrency N]

  PART           a part of the code, in quotes when it has a blank; without any, all of them:
                 ${PARTS.map(part => part.name).join(', ')}
  --incremental  tries a mutant again only where it, or a test of it, has changed since the last time
  --concurrency  how many processes at a time (default 2)

All parts take about an hour on two cores; their figures go into docs/testing.md. Every mutant is written to
coverage/mutation/. Exit code 1 when a part has less than ${LEAST_SCORE} %.`

const PAGE = new URL('../../docs/testing.md', import.meta.url)
const FOLDER = 'coverage/mutation'

interface Options {
  readonly concurrency: number
  readonly incremental: boolean
}

/** Prints the survivors, and writes all mutants of the part as JSON. */
async function figuresFor({ name, mutate, tests }: Part, options: Options): Promise<Figures> {
  const file = name.replaceAll(/\W/g, '-')
  // Read by vitest.config.ts, in processes of Stryker's own.
  process.env['MUTATION_TESTS'] = tests.join(' ')
  const mutants = await new Stryker({
    mutate: [...mutate],
    jsonReporter: { fileName: `${FOLDER}/${file}.json` },
    incrementalFile: `${FOLDER}/${file}.incremental.json`,
    tempDirName: `coverage/mutants-${file}`,
    ...options,
  }).runMutationTest()
  const statuses = mutants.map(mutant => mutant.status)
  return figuresOf(name, statuses)
}

async function main(): Promise<void> {
  const { values, positionals: names } = parseArgs({
    allowPositionals: true,
    options: {
      concurrency: { type: 'string', default: '2' },
      incremental: { type: 'boolean', default: false },
    },
  })
  const concurrency = wholeNumber('--concurrency', values.concurrency, 1)
  const unknown = names.filter(name => !PARTS.some(part => part.name === name))
  if (unknown.length > 0) throw new UsageError(`No such part: ${unknown.join(', ')}`)
  const figures: Figures[] = []
  for (const part of PARTS) {
    const wanted = names.length === 0 || names.includes(part.name)
    if (wanted) figures.push(await figuresFor(part, { concurrency, incremental: values.incremental }))
  }
  publish(figures, names.length === 0)
}

function publish(figures: readonly Figures[], whole: boolean): void {
  const table = figuresTable(figures)
  console.log(`\n${table}`)
  if (whole) {
    const page = readFileSync(PAGE, 'utf8')
    writeFileSync(PAGE, textBetween(page, 'mutation: made by npm run mutation', table))
  }
  const low = figures.filter(one => scoreOf(one) < LEAST_SCORE)
  if (low.length > 0) {
    console.error(`Under ${LEAST_SCORE} %: ${low.map(one => one.part).join(', ')}`)
    process.exitCode = 1
  }
}

await runCommand(USAGE, main)
