import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runCommand, UsageError, wholeNumber } from '../command-line.ts'
import { textBetween } from '../tables.ts'
import { type Figures, figuresOf, figuresTable, LEAST_SCORE, PARTS, type Part, scoreOf } from './parts.ts'
import { installStryker, tryMutants } from './stryker.ts'

/** `npm run mutation`: breaks the code in small ways, one at a time, and counts how many the tests notice. */

const USAGE = `Usage: npm run mutation -- [PART ...] [--incremental] [--concurrency N]

  PART           a part of the code, in quotes when it has a blank; without any, all of them:
                 ${PARTS.map(part => part.name).join(', ')}
  --incremental  tries a mutant again only where it, or a test of it, has changed since the last time
  --concurrency  how many processes at a time (default 2)

All parts take about an hour on two cores; their figures go into docs/testing.md. Every mutant is written to
coverage/mutation/. Installs Stryker in scripts/mutation on its first run. Exit code 1 when a part has less than ${LEAST_SCORE} %.`

const PAGE = new URL('../../docs/testing.md', import.meta.url)
const FOLDER = 'coverage/mutation'

interface Options {
  readonly concurrency: number
  readonly incremental: boolean
}

function figuresFor({ name, mutate, tests }: Part, options: Options): Figures {
  const file = name.replaceAll(/\W/g, '-')
  const run = {
    mutate,
    incrementalFile: `${FOLDER}/${file}.incremental.json`,
    tempDirName: `coverage/mutants-${file}`,
    ...options,
  }
  return figuresOf(name, tryMutants(run, tests, `${FOLDER}/${file}.json`))
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
  installStryker()
  const figures = PARTS.filter(part => names.length === 0 || names.includes(part.name)).map(part =>
    figuresFor(part, { concurrency, incremental: values.incremental }),
  )
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
