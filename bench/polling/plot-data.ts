import { autoSchedule, fixedSchedule } from '../../src/precheck/schedule.ts'
import { runWithPoller } from './run.ts'
import { terraformReads } from './terraform.ts'
import { type Family, type Trace, tracesOf } from './traces.ts'

/** Three pre-checks of about 95 s, and when each schedule reads them. */

export interface PlottedTrace {
  readonly title: string
  readonly trace: Trace
  readonly lines: readonly { readonly schedule: string; readonly reads: readonly number[] }[]
}

const SHOWN: readonly (readonly [Family, string])[] = [
  ['item by item', 'Item by item'],
  ['silent', 'No progress until the end'],
  ['stuck', 'Stuck shortly before the end'],
]
const DURATION_MS = 95_000
const CANDIDATES = 200
const FIXED_MS = 10_000
/** A plot of its own: it stays the same whatever seed the figures are made with. */
const SEED = 90

export async function plottedTraces(): Promise<readonly PlottedTrace[]> {
  const plotted: PlottedTrace[] = []
  for (const [family, title] of SHOWN) {
    const trace = traceOfAbout(DURATION_MS, family)
    const auto = await runWithPoller([trace], autoSchedule)
    const fixed = await runWithPoller([trace], () => fixedSchedule(FIXED_MS))
    const lines = [
      { schedule: 'auto', reads: auto.rounds },
      { schedule: 'fixed 10 s', reads: fixed.rounds },
      { schedule: 'Terraform', reads: terraformReads(trace.durationMs) },
    ]
    plotted.push({ title, trace, lines })
  }
  return plotted
}

function traceOfAbout(durationMs: number, family: Family): Trace {
  const distance = (trace: Trace) => Math.abs(trace.durationMs - durationMs)
  const candidates = Array.from({ length: CANDIDATES }, (_, run) => tracesOf(family, 1, run, SEED)).flat()
  return candidates.reduce((best, trace) => (distance(trace) < distance(best) ? trace : best))
}
