import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Outcome, runCampaign } from './campaign.ts'

/** `npm run fuzz [-- --seed N --cases N --path P]`: random cases on all processors, a new seed every time unless one is given. */

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    cases: { type: 'string' },
    path: { type: 'string' },
    worker: { type: 'boolean' },
    'no-shrinking': { type: 'boolean' },
  },
})
const seed = Number(values.seed ?? Date.now() % 1_000_000_000)
const cases = Number(values.cases ?? 100_000)
const say = (text: string) => process.stdout.write(`${text}\n`)

if (values.worker === true || values.path !== undefined) {
  const path = values.path === undefined ? {} : { path: values.path }
  const shrinks = values['no-shrinking'] !== true
  const outcome = await runCampaign({ seed, cases: values.path === undefined ? cases : 1, shrinks, ...path })
  say(
    values.worker === true
      ? JSON.stringify(outcome)
      : (outcome.failure ?? 'Nothing was wrong with this case.'),
  )
  process.exitCode = outcome.failure === null ? 0 : 1
} else {
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
