import * as path from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand, UsageError, wholeNumber } from '../scripts/command-line.ts'
import { type Merge, measureMerge, mergeTable, mergeTargets } from './merge/measure.ts'
import { comparePolling, compareTogether, requestsOfMany } from './polling/compare.ts'
import {
  aheadTable,
  figuresOf,
  lagTable,
  manyTable,
  partTargets,
  pollingTargets,
  ratioTable,
} from './polling/report.ts'
import { type Part, tableOfTargets, writeResults } from './results.ts'
import { checkFaulty, countWrongGreens } from './scale/faulty.ts'
import { MIXTURES } from './scale/many-items.ts'
import { compileItemsChild, type ManyItems, measureManyItems } from './scale/many-items-measure.ts'
import { measureManyResults } from './scale/many-results-measure.ts'
import { checkManyTasks, type ManyTasks } from './scale/many-tasks.ts'
import {
  faultyTable,
  faultyTargets,
  manyItemsTable,
  manyItemsTargets,
  manyResultsTable,
  manyResultsTargets,
  manyTasksTable,
  manyTasksTargets,
  throttledTable,
  throttledTargets,
} from './scale/report.ts'
import { checkThrottled } from './scale/throttled.ts'
import { loadedByGate } from './start-up/loaded.ts'
import { KINDS, measureStartUp, type StartUp } from './start-up/measure.ts'
import { bytesAtStart, startUpTable, startUpTargets } from './start-up/report.ts'
import { failed } from './targets.ts'

/** `npm run bench`: measures polling, start-up and scale. */

const USAGE = `Usage: npm run bench -- [--short] [--seed N] [--part NAME] [--beside FILE]

  --short  fewer sizes and repetitions; writes out/bench/results.json and nothing else
  --seed   the chance that virtual runs are made from (default 8); polling takes this one and the two after it
  --part   measures this part only; its figures take the place of those before, the others stay
  --beside dist/index.js of another build of this action, whose many results are measured beside

Prints tables. The merge of 200 legs takes 20 GB of disk. Without --short it takes longer, and writes bench/results.json, docs/polling.svg and the figures in
docs/polling.md. Exit code 1 when a ratio or a count is over its limit, never for an absolute time or amount.`

/** Polling is the same in both forms: it is virtual, and fewer runs would leave too much to chance. */
const SIZES = [
  { tasks: 1, runs: 2_000 },
  { tasks: 10, runs: 500 },
  { tasks: 100, runs: 100 },
]
const TOGETHER = [
  { tasks: 10, runs: 100 },
  { tasks: 100, runs: 50 },
]
const MANY = { tasks: 1_000, runs: 4 }
const SHORT = {
  startUps: 15,
  tasks: [1, 10, 100],
  items: [1_000, 30_000],
  results: 3,
  processes: 3,
  legs: [1, 4],
}
const WHOLE = {
  startUps: 31,
  tasks: [1, 10, 100, 1_000],
  items: [1_000, 10_000, 30_000, 100_000],
  results: 5,
  processes: 3,
  legs: [10, 50, 200],
}

interface Bench {
  readonly seed: number
  readonly short: boolean
  readonly extent: typeof WHOLE
  readonly beside: string | null
}

const print = (text: string) => void process.stdout.write(`${text}\n\n`)

async function polling({ seed }: Bench): Promise<Part> {
  const seeds = [seed, seed + 1, seed + 2]
  const comparisons = await comparePolling(SIZES, seeds)
  const together = await compareTogether(TOGETHER, seeds)
  const many = await requestsOfMany(MANY, seeds)
  return {
    results: {
      figures: figuresOf(comparisons),
      together: figuresOf(together),
      many: Object.fromEntries(many),
    },
    targets: [...pollingTargets(comparisons), ...partTargets(many, together)],
    tables: [
      aheadTable(comparisons),
      lagTable(comparisons),
      ratioTable(comparisons),
      manyTable(many),
      `Tasks that end within 5 % of one another:\n\n${lagTable(together)}`,
    ],
  }
}

async function startUp({ extent }: Bench): Promise<Part> {
  const runs: StartUp[] = []
  for (const kind of KINDS) runs.push(await measureStartUp(kind, extent.startUps))
  const loaded = await loadedByGate()
  const results = { runs, bytesAtStart: bytesAtStart(), loaded }
  return { results, targets: startUpTargets(runs, loaded), tables: [startUpTable(runs)] }
}

async function throttled({ seed }: Bench): Promise<Part> {
  const run = await checkThrottled(seed)
  return { results: run, targets: throttledTargets(run), tables: [throttledTable(run)] }
}

async function faulty({ seed }: Bench): Promise<Part> {
  const run = await checkFaulty(seed)
  const wrong = await countWrongGreens(seed)
  return { results: { run, wrong }, targets: faultyTargets(run, wrong), tables: [faultyTable(run, wrong)] }
}

async function manyTasks({ extent }: Bench): Promise<Part> {
  const runs: ManyTasks[] = []
  for (const tasks of extent.tasks) runs.push(await checkManyTasks(tasks))
  return { results: runs, targets: manyTasksTargets(runs), tables: [manyTasksTable(runs)] }
}

async function manyResults({ extent, beside }: Bench): Promise<Part> {
  const mixed = await measureManyResults('mixed', extent.results, beside)
  const hostile = await measureManyResults('hostile', extent.results, beside)
  const tables = [manyResultsTable([mixed, hostile])]
  return { results: { mixed, hostile }, targets: manyResultsTargets(mixed, hostile), tables }
}

async function manyItems({ extent }: Bench): Promise<Part> {
  compileItemsChild()
  const runs: ManyItems[] = []
  for (const items of extent.items) {
    for (const mixture of MIXTURES) runs.push(measureManyItems(items, mixture, extent.processes))
  }
  return { results: runs, targets: manyItemsTargets(runs), tables: [manyItemsTable(runs)] }
}

async function merge({ extent }: Bench): Promise<Part> {
  const runs: Merge[] = []
  for (const legs of extent.legs) runs.push(measureMerge(legs))
  return { results: runs, targets: mergeTargets(runs), tables: [mergeTable(runs)] }
}

const PARTS = {
  polling,
  'start-up': startUp,
  throttled,
  faulty,
  'many tasks': manyTasks,
  'many results': manyResults,
  'many items': manyItems,
  merge,
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '8' },
      short: { type: 'boolean', default: false },
      part: { type: 'string', default: '' },
      beside: { type: 'string', default: '' },
    },
  })
  const { short, part: only } = values
  const seed = wholeNumber('--seed', values.seed)
  const beside = values.beside === '' ? null : path.resolve(values.beside)
  const bench = { seed, short, extent: short ? SHORT : WHOLE, beside }
  const chosen = Object.entries(PARTS).filter(([name]) => only === '' || name === only)
  if (chosen.length === 0) throw new UsageError(`--part is one of ${Object.keys(PARTS).join(', ')}`)
  const parts = new Map<string, Part>()
  for (const [name, measure] of chosen) {
    print(`## ${name}`)
    const part = await measure(bench)
    parts.set(name, part)
    for (const lines of part.tables) print(lines)
  }
  const targets = [...parts.values()].flatMap(part => part.targets)
  print(`## targets\n\n${tableOfTargets(targets)}`)
  print(`Written: ${await writeResults(bench, parts)}`)
  process.exitCode = failed(targets) ? 1 : 0
}

await runCommand(USAGE, main)
