import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../../src/precheck/judge.ts'
import type { CheckItem, Overall, TargetResult } from '../../src/precheck/model.ts'
import { FAIL_ON, type FailOn, type Verdict } from '../../src/precheck/verdict.ts'
import type { Waiver } from '../../src/precheck/waivers.ts'
import { runs } from '../../testing/effort.ts'
import { countedAs, gateReasonOf, type Overall as Outcome, reasonOf } from '../fuzz/oracle/verdict.ts'
import {
  anyTargets,
  anyTask,
  anyWaiver,
  anyWaivers,
  HERE,
  item,
  TODAY,
  target,
  waiver,
} from './judge-builders.ts'

const anyFailOn = fc.constantFrom(...FAIL_ON)
const run = (targets: readonly TargetResult[], failOn: FailOn, waivers: readonly Waiver[]) =>
  judge(targets, { failOn, waivers, ...HERE })

/** What must not depend on any order. The note is left out: the first waiver in the file gives it. */
const essence = ({ decision, reasonCode, counts, waivers }: Verdict) => {
  const sorted = (list: readonly object[]) => list.map(one => JSON.stringify(one)).toSorted()
  const { applied, expired, unused } = waivers
  return { decision, reasonCode, counts, applied, expired: sorted(expired), unused: sorted(unused) }
}

const reversed = (targets: readonly TargetResult[]) =>
  targets.toReversed().map(one => ({
    ...one,
    tasks: one.tasks.toReversed().map(result => ({ ...result, items: result.items.toReversed() })),
  }))

/** What the contract calls what a service says of a run. */
const OUTCOMES: Readonly<Record<Overall, Outcome>> = {
  positive: 'good',
  negative: 'bad',
  missing: 'silent',
  none: 'no such thing',
  'run-failed': 'run failed',
  'run-skipped': 'run skipped',
}

/** What the oracle, which knows the contract alone, makes of the same results. */
function oracle(targets: readonly TargetResult[], failOn: FailOn, waivers: readonly Waiver[]) {
  const counts = { passed: 0, warning: 0, failed: 0, waived: 0, unknown: 0, total: 0 }
  const reasons = targets.flatMap(({ service, tasks }) => {
    const ofTasks = tasks.map(({ task, items, overall, problem }) => {
      const policy = { failOn, waivers, today: TODAY, service, taskId: task.id }
      const weighed = items.map(({ baseId, status, reason }) => {
        const isAlone = items.filter(other => other.baseId === baseId).length === 1
        return { name: baseId, status, reason, isAlone }
      })
      for (const one of weighed) {
        counts[countedAs(one, policy)] += 1
        counts.total += 1
      }
      const ending = { overall: OUTCOMES[overall], problem: problem?.reason ?? null }
      return reasonOf(weighed, ending, policy)
    })
    return ofTasks.length === 0 ? ['not-verified'] : ofTasks
  })
  return { reasonCode: gateReasonOf(reasons), counts }
}

describe('the judge, over random results', () => {
  it('agrees with a second judge written from the contract', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(anyTargets, anyFailOn, anyWaivers, (targets, failOn, waivers) => {
        const { reasonCode, counts } = run(targets, failOn, waivers)
        reached.add(reasonCode)
        expect({ reasonCode, counts }).toEqual(oracle(targets, failOn, waivers))
      }),
      { numRuns: runs(2000), seed: 1 },
    )
    expect(reached.size).toBe(21)
  })

  it('agrees with the second judge on single tasks, where no other task hides the reason', () => {
    fc.assert(
      fc.property(anyTask, anyFailOn, anyWaivers, (result, failOn, waivers) => {
        const targets = [target([result])]
        expect(run(targets, failOn, waivers).reasonCode).toBe(oracle(targets, failOn, waivers).reasonCode)
      }),
      { numRuns: runs(2000), seed: 12 },
    )
  })

  it('always fails once a failed item that no waiver covers is added', () => {
    fc.assert(
      fc.property(anyTargets, anyTask, anyFailOn, anyWaivers, (targets, result, failOn, waivers) => {
        const items = [...result.items, item('failed', { id: 'uncovered' })]
        const own = waivers.map(one => ({ ...one, item: one.item === '*' ? 'binlog' : one.item }))
        const verdict = run([...targets, target([{ ...result, items }])], failOn, own)
        expect(verdict.decision).toBe('failed')
        expect(verdict.reasonCode).toBe('checks-failed')
      }),
      { numRuns: runs(500), seed: 13 },
    )
  })

  it('never lets a waiver turn an inconclusive task into a passed one', () => {
    fc.assert(
      fc.property(anyTask, anyFailOn, anyWaivers, (result, failOn, waivers) => {
        fc.pre(run([target([result])], failOn, []).decision === 'inconclusive')
        expect(run([target([result])], failOn, [...waivers, waiver()]).decision).toBe('inconclusive')
      }),
      { numRuns: runs(750), seed: 14 },
    )
  })

  it('passes only what no one can object to', () => {
    let passes = 0
    fc.assert(
      fc.property(anyTask, anyFailOn, anyWaivers, (result, failOn, waivers) => {
        const verdict = run([target([result])], failOn, waivers)
        if (verdict.decision !== 'passed') return
        passes += 1
        expect(result.problem).toBeNull()
        expect(['missing', 'run-skipped']).not.toContain(result.overall)
        const items = verdict.targets.flatMap(one => one.tasks.flatMap(judged => judged.items))
        expect(items.length).toBeGreaterThan(0)
        for (const { status, waiver: note } of items) {
          expect(['unknown', 'pending']).not.toContain(status)
          expect(status === 'failed' && note === null).toBe(false)
        }
      }),
      { numRuns: runs(1250), seed: 15 },
    )
    expect(passes).toBeGreaterThan(runs(1250) * 0.06)
  })

  it('gives the same verdict in any order of items, tasks, targets and waivers', () => {
    const shuffled = anyTargets.chain(targets =>
      fc.tuple(fc.constant(targets), fc.shuffledSubarray([...targets], { minLength: targets.length })),
    )
    fc.assert(
      fc.property(shuffled, anyFailOn, anyWaivers, ([targets, other], failOn, waivers) => {
        const verdict = essence(run(targets, failOn, waivers))
        expect(essence(run(reversed(targets), failOn, waivers))).toEqual(verdict)
        expect(essence(run(other, failOn, waivers.toReversed()))).toEqual(verdict)
      }),
      { numRuns: runs(500), seed: 16 },
    )
  })

  it('treats an expired waiver as none, but lists it', () => {
    fc.assert(
      fc.property(anyTargets, anyFailOn, anyWaivers, anyWaiver, (targets, failOn, waivers, one) => {
        const expired = { ...one, expires: '2026-06-14' }
        const without = run(targets, failOn, waivers)
        const { waivers: use, ...verdict } = run(targets, failOn, [expired, ...waivers])
        const { waivers: useWithout, ...verdictWithout } = without
        expect(verdict).toEqual(verdictWithout)
        expect(use).toMatchObject({ applied: useWithout.applied, unused: useWithout.unused })
        expect(use.expired.length).toBe(useWithout.expired.length + 1)
      }),
      { numRuns: runs(500), seed: 17 },
    )
  })

  it('puts every waiver into exactly one of applied, expired and unused', () => {
    fc.assert(
      fc.property(anyTargets, anyWaivers, (targets, waivers) => {
        const { applied, expired, unused } = run(targets, 'failed', waivers).waivers
        expect(applied + expired.length + unused.length).toBe(waivers.length)
      }),
      { numRuns: runs(250), seed: 18 },
    )
  })

  it('never puts a note on a passed, pending or unknown item, nor on one of several of its name', () => {
    fc.assert(
      fc.property(anyTargets, anyWaivers, (targets, waivers) => {
        const tasks = run(targets, 'failed', [...waivers, waiver()]).targets.flatMap(one => one.tasks)
        const coverable: readonly CheckItem['status'][] = ['failed', 'warning', 'skipped']
        for (const { items } of tasks) {
          for (const { baseId, status, waiver: note } of items) {
            const isOnly = items.filter(other => other.baseId === baseId).length === 1
            expect(note !== null).toBe(coverable.includes(status) && isOnly)
          }
        }
      }),
      { numRuns: runs(250), seed: 19 },
    )
  })

  it('is never better off under fail-on: warning than under failed', () => {
    fc.assert(
      fc.property(anyTargets, anyWaivers, (targets, waivers) => {
        const strict = run(targets, 'warning', waivers).decision
        const usual = run(targets, 'failed', waivers).decision
        expect(strict === 'passed' && usual !== 'passed').toBe(false)
        if (usual === 'failed') expect(strict).toBe('failed')
      }),
      { numRuns: runs(250), seed: 20 },
    )
  })
})
