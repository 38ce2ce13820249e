import type { Redact } from '../precheck/fingerprint.ts'
import { countItems, decisionOf, gateReason } from '../precheck/judge.ts'
import { type Language, told } from '../precheck/sentence.ts'
import type { Counts, FailOn, ListedWaiver } from '../precheck/verdict.ts'
import { comparedWith, type EarlierReport } from '../report/baseline.ts'
import type { Report } from '../report/schema.ts'
import type { Legs } from './legs.ts'

/** What the merged report says besides its legs. */
export interface MergeFacts {
  readonly name: string
  readonly failOn: FailOn
  readonly language: Language
  readonly run: Report['run']
  readonly startedAt: Date
  readonly finishedAt: Date
  /** null where there is nothing to compare with. */
  readonly earlier: EarlierReport | null
}

/** Returns one report over all legs, as one gate would have made it. What legs say is redacted already. */
export function mergedReport({ accepted, faults }: Legs, facts: MergeFacts, redact: Redact): Report {
  const reasons = [...accepted.map(leg => leg.gate.reasonCode), ...faults.map(fault => fault.reason)]
  const reasonCode = gateReason(reasons)
  const targets = accepted.flatMap(leg =>
    leg.targets.map(target => ({ ...target, name: redact(`${leg.gate.name}/${target.name}`) })),
  )
  const { failOn, language } = facts
  return {
    schemaVersion: 1,
    gate: {
      name: redact(facts.name),
      decision: decisionOf(reasonCode),
      reasonCode,
      enforced: failOn !== 'never',
      failOn,
      language,
    },
    startedAt: firstOf(accepted.map(leg => leg.startedAt)) ?? facts.startedAt.toISOString(),
    // As old as its oldest leg: merged again, a report must not be younger than what it says.
    finishedAt: firstOf(accepted.map(leg => leg.finishedAt)) ?? facts.finishedAt.toISOString(),
    counts: accepted.reduce((sum, leg) => added(sum, leg.counts), countItems([])),
    requests: sumOf(accepted.map(leg => leg.requests)),
    polls: sumOf(accepted.map(leg => leg.polls)),
    problems: [
      ...faults.map(fault => fault.text),
      ...accepted.flatMap(({ gate, problems }) =>
        problems.map(problem => told(`leg ${gate.name}: ${problem}`, `分支 ${gate.name}：${problem}`)),
      ),
    ].map(problem => redact(problem.in(language))),
    run: facts.run,
    ...(facts.earlier === null ? { targets, baseline: null } : comparedWith(facts.earlier, targets)),
    waivers: waiversOf(accepted),
  }
}

/** Within what a report may hold, whatever the legs say. */
const sumOf = (numbers: readonly number[]) =>
  Math.min(
    Number.MAX_SAFE_INTEGER,
    numbers.reduce((sum, number) => sum + number, 0),
  )

const firstOf = (times: readonly string[]) => times.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]

function added(one: Counts, other: Counts): Counts {
  return {
    total: one.total + other.total,
    passed: one.passed + other.passed,
    warning: one.warning + other.warning,
    failed: one.failed + other.failed,
    waived: one.waived + other.waived,
    unknown: one.unknown + other.unknown,
  }
}

/** Legs mostly share a waiver file: what one leg has no use for may be another's, and what has expired has in all of them. */
function waiversOf(legs: readonly Report[]): Report['waivers'] {
  const own = legs.map(leg => leg.waivers)
  const withFile = own.filter(({ applied, expired, unused }) => applied + expired.length + unused.length > 0)
  const inAll = (waiver: ListedWaiver) =>
    withFile.every(({ unused }) => unused.some(one => keyOf(one) === keyOf(waiver)))
  return {
    applied: sumOf(own.map(({ applied }) => applied)),
    expired: once(own.flatMap(({ expired }) => expired)),
    unused: once((withFile[0]?.unused ?? []).filter(inAll)),
    missed: once(own.flatMap(({ missed }) => missed)),
  }
}

const keyOf = (waiver: ListedWaiver) => JSON.stringify(waiver)

function once<T extends ListedWaiver>(waivers: readonly T[]): T[] {
  return [...new Map(waivers.map(waiver => [keyOf(waiver), waiver])).values()]
}
