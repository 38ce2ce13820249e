import type { Report } from '../../src/report/schema.ts'
import type { Cell, Outcome } from '../../testing/faults/model.ts'
import { modeOf } from '../../testing/faults/model.ts'
import { scenarioOf, startOf, timesOf } from '../../testing/faults/moments.ts'
import { inputsOf, taskName } from '../../testing/faults/targets.ts'
import { runVirtualGate, type VirtualEnd } from './virtual-gate.ts'

/** Plays a cell and says what came of it, in the words in which `expected.ts` says what should. */

export interface Played {
  readonly outcome: Omit<Outcome, 'error' | 'mayBeRunning'> & { readonly requests: number }
  readonly decision: string
  readonly exitCode: number
  readonly partial: boolean
  readonly items: number
  readonly error: Report['targets'][number]['tasks'][number]['error']
  readonly end: VirtualEnd
}

export async function play(cell: Cell): Promise<Played> {
  const { row, service, moment } = cell
  const mode = modeOf(moment)
  const end = await runVirtualGate({
    scenario: scenarioOf(cell),
    inputs: simulator => ({
      ...inputsOf(service, mode, simulator),
      // What is written for people takes longer than what is tested here.
      ...{ summary: 'off', annotations: 'false' },
      'timeout-minutes': String(timesOf(cell).deadlineMs / 60_000),
    }),
    ...(row.lingersMs === undefined ? {} : { lingersMs: row.lingersMs }),
    isStalling: kind =>
      kind === 'hang' || (kind === 'slow' && row.means({ service, operation: 'read' }).kind !== 'harmless'),
  })
  const { report, simulator, exitCode } = end
  const task = report.targets[0]?.tasks[0]
  if (task === undefined) throw new Error(`No task in the report: ${report.problems.join('; ')}`)
  const starts = simulator.counts[startOf(service)]
  const { reasonCode: reason, freshness, partial, error } = task
  const { requests, polls } = report
  const outcome = { reason, freshness, requests, polls, starts }
  return { outcome, decision: report.gate.decision, exitCode, partial, error, items: task.items.length, end }
}

export { taskName }
