import * as fc from 'fast-check'
import { anyCase } from './arbitrary-case.ts'
import type { Case } from './case.ts'
import { complaintsAbout } from './complaints.ts'
import { openStage, type Played, type Stage } from './play.ts'

/** Plays so many random cases, and counts what the gate made of them. */

export interface Campaign {
  readonly seed: number
  readonly cases: number
  /** Repeats one case of an earlier campaign, given with its seed. */
  readonly path?: string
  /** false: the first case that fails is good enough. */
  readonly shrinks?: boolean
}

export interface Outcome {
  readonly cases: number
  readonly exchanges: number
  /** Runs by reason code. */
  readonly reasons: Readonly<Record<string, number>>
  /** What was wrong with the smallest case found, and how to repeat it; null when nothing was. */
  readonly failure: string | null
}

const CASES_PER_SEED = 1_000

export async function runCampaign({ seed, cases, path, shrinks = true }: Campaign): Promise<Outcome> {
  const stage = openStage()
  const count = { exchanges: 0, reasons: new Map<string, number>(), cases: 0 }
  try {
    await warmUp(stage)
    for (let done = 0; done < cases; done += CASES_PER_SEED) {
      const parameters = {
        seed: seed + done,
        numRuns: Math.min(CASES_PER_SEED, cases - done),
        endOnFailure: !shrinks,
        ...(path === undefined ? {} : { path }),
      }
      const property = fc.asyncProperty(anyCase, async run => {
        const played = await stage.play(run)
        note(count, played)
        return complaintsAbout(played).length === 0
      })
      const found = await fc.check(property, parameters)
      if (found.failed) {
        const failure = await failureText(
          stage,
          found.counterexample?.[0] ?? null,
          parameters.seed,
          found.counterexamplePath,
        )
        return outcomeOf(
          count,
          found.errorInstance === null || found.errorInstance === undefined
            ? failure
            : `${failure}\n${String(found.errorInstance)}`,
        )
      }
    }
    return outcomeOf(count, null)
  } finally {
    stage.close()
  }
}

/** Parts of the gate are loaded when they are first needed; later all cases take the same steps. */
async function warmUp(stage: Stage): Promise<void> {
  for (const run of fc.sample(anyCase, { seed: 1, numRuns: 12 })) await stage.play(run)
}

interface Count {
  exchanges: number
  cases: number
  readonly reasons: Map<string, number>
}

function note(count: Count, { exchanges, outputs }: Played): void {
  const reason = outputs['reason-code'] ?? 'none'
  count.cases += 1
  count.exchanges += exchanges.length
  count.reasons.set(reason, (count.reasons.get(reason) ?? 0) + 1)
}

function outcomeOf({ cases, exchanges, reasons }: Count, failure: string | null): Outcome {
  return { cases, exchanges, reasons: Object.fromEntries(reasons), failure }
}

async function failureText(
  stage: Stage,
  run: Case | null,
  seed: number,
  path: string | null,
): Promise<string> {
  const again = `npm run fuzz -- --seed ${seed} --path ${path}`
  if (run === null) return `Repeat with: ${again}`
  const played = await stage.play(run)
  const said = complaintsAbout(played).map(text => `  ${text}`)
  const wire = played.exchanges.map(
    ({ sentAt, path: target, body, end }) =>
      `  ${Math.round(sentAt)} ms ${target} ${body} -> ${JSON.stringify(end)}`,
  )
  return [
    'The gate did what the contract does not allow:',
    ...said,
    'The exchanges:',
    ...wire,
    `The case: ${JSON.stringify(run)}`,
    `Repeat with: ${again}`,
  ].join('\n')
}
