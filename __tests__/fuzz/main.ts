import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runCommand, UsageError, wholeNumber } from '../../scripts/command-line.ts'
import { type Outcome, runCampaign } from './campaign.ts'

/** `npm run fuzz`: random cases on all processors, a new seed every time unless one is given. */

const USAGE = `Usage: npm run fuzz -- [--cases N] [--seed N] [--path P] [--no-shrinking]

  --cases         how many random runs to play (default 100000)
  --seed          makes the same runs again (default: a new one every time)
  --path          plays one run of an earlier campaign, with the --seed that its failure printed
  --no-shrinking  with --path: takes the first run that fails, and looks for no smaller one

Exit code 1 when the gate did what its contract does not allow.`

/** As fast-check prints it. */
const PATH = /^\d+(?::\d+)*$/
const say = (text: string) => process.stdout.write(`${text}\n`)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      cases: { type: 'string', default: '100000' },
      path: { type: 'string' },
      worker: { type: 'boolean', default: false },
      'no-shrinking': { type: 'boolean', default: false },
    },
  })
  const seed = wholeNumber('--seed', values.seed)
  const cases = wholeNumber('--cases', values.cases, 1)
  const shrinks = !values['no-shrinking']
  if (values.path !== undefined) await again(seed, values.path, shrinks)
  else if (values.worker) await part(seed, cases, shrinks)
  else await campaign(seed, cases)
}

async function again(seed: number, path: string, shrinks: boolean): Promise<void> {
  if (!PATH.test(path))
    throw new UsageError(`--path ${path}: not the path that a failure prints, such as 12:0:3`)
  const { failure } = await runCampaign({ seed, cases: 1, shrinks, path })
  say(failure ?? 'Nothing was wrong with this case.')
  process.exitCode = failure === null ? 0 : 1
}

/** What one process of a campaign does; the others see its last line only. */
async function part(seed: number, cases: number, shrinks: boolean): Promise<void> {
  const outcome = await runCampaign({ seed, cases, shrinks })
  say(JSON.stringify(outcome))
  process.exitCode = outcome.failure === null ? 0 : 1
}

async function campaign(seed: number, cases: number): Promise<void> {
  const begun = performance.now()
  const workers = availableParallelism()
  say(`${cases} cases, seed ${seed}, ${workers} processes`)
  const each = Math.ceil(cases / workers)
  const outcomes = await Promise.all(
    Array.from({ length: workers }, (_, index) => inWorker(seed + index * each, each)),
  )
  say(JSON.stringify(sumOf(outcomes)))
  say(`${Math.round((performance.now() - begun) / 1_000)} s`)
  for (const { failure } of outcomes) if (failure !== null) say(failure)
  process.exitCode = outcomes.every(({ failure }) => failure === null) ? 0 : 1
}

/** Without stacks, and with room for much that does not live long, a case takes about half the time. */
function inWorker(from: number, count: number): Promise<Outcome> {
  const own = fileURLToPath(import.meta.url)
  const node = ['--stack-trace-limit=0', '--max-semi-space-size=64', own]
  const child = spawn(
    process.execPath,
    [...node, '--worker', '--seed', String(from), '--cases', String(count)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => {
      try {
        resolve(JSON.parse(text))
      } catch {
        reject(new Error(`A process of the fuzz campaign ended without a result: ${text.slice(0, 1_000)}`))
      }
    })
  })
}

function sumOf(outcomes: readonly Outcome[]) {
  const reasons = new Map<string, number>()
  for (const [reason, count] of outcomes.flatMap(one => Object.entries(one.reasons))) {
    reasons.set(reason, (reasons.get(reason) ?? 0) + count)
  }
  const total = (pick: (one: Outcome) => number) => outcomes.reduce((sum, one) => sum + pick(one), 0)
  return {
    cases: total(one => one.cases),
    exchanges: total(one => one.exchanges),
    reasons: Object.fromEntries(reasons),
  }
}

await runCommand(USAGE, main)
