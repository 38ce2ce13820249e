import { describe, expect, it } from 'vitest'
import { startOf } from '../../testing/faults/moments.ts'
import type { BoundRow } from '../../testing/faults/rows-bound.ts'
import { IDENTITIES, READABLE, WHOLE } from '../../testing/faults/rows-bound-answers.ts'
import { EVIDENCE, STARTS } from '../../testing/faults/rows-bound-runs.ts'
import { inputsOf } from '../../testing/faults/targets.ts'
import { runVirtualGate } from './virtual-gate.ts'

/** What every read shows is sound HTTP and mostly green: only the bond to the started run is wrong. */

const passes = ({ reason }: BoundRow) => reason === 'all-passed'

function itComesOut(rows: readonly BoundRow[]): void {
  it.each(rows.map(row => [`${row.service}: ${row.name}`, row] as const))('%s', async (_name, row) => {
    const { report, exitCode, annotations, simulator } = await runVirtualGate({
      scenario: row.scenario,
      inputs: one => ({ ...inputsOf(row.service, row.mode ?? 'run', one), 'timeout-minutes': '5' }),
    })
    const [task] = report.targets.flatMap(({ tasks }) => tasks)
    const starts = simulator.counts[startOf(row.service)]
    expect([task?.reasonCode, starts, exitCode]).toEqual([row.reason, row.starts, passes(row) ? 0 : 1])
    // A result that was not let count is of no run.
    if (passes(row)) expect(task?.freshness).toBe(row.freshness)
    else expect(task?.freshness).not.toBe('assumed')
    const warnings = annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
    if (row.freshness === 'assumed') expect(warnings.join('\n')).not.toBe('')
    if (row.says !== undefined) {
      expect(passes(row) ? warnings.join('\n') : task?.error?.message).toMatch(row.says)
    }
  })
}

describe('starts whose answer says nothing of the task:', () => itComesOut(STARTS))
describe('evidence of a new run:', () => itComesOut(EVIDENCE))
describe('ids in an answer:', () => itComesOut(IDENTITIES))
describe('fields that cannot be read or disagree:', () => itComesOut(READABLE))
describe('what gets lost on the way:', () => itComesOut(WHOLE))
