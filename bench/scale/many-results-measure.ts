import { median } from '../statistics.ts'
import { type Load, queryResults } from './many-results.ts'
import type { Usage } from './usage.ts'

/** The built action over the results of 1,000 tasks, and beside it another build of it where one is given. */

const TASKS = 1_000
const FEW_TASKS = 10

export interface ManyResults {
  readonly load: Load
  readonly tasks: number
  readonly rounds: number
  /** Medians. */
  readonly cpuMs: number
  readonly peakMebibytes: number
  /** Medians of the ratios within each round, to a run of ten tasks: a measure that CI can hold on any machine. */
  readonly timesFew: Ratios
  /** The same to another build; null where none was given. */
  readonly timesOther: Ratios | null
}

export interface Ratios {
  readonly cpu: number
  readonly peak: number
}

/** Measures in turn, so that whatever else the machine does weighs on all alike. `other`: the bundle of another build. */
export async function measureManyResults(
  load: Load,
  rounds: number,
  other: string | null,
): Promise<ManyResults> {
  const own: Usage[] = []
  const few: Usage[] = []
  const others: Usage[] = []
  for (let round = 0; round < rounds; round += 1) {
    few.push(await queryResults(FEW_TASKS, load))
    own.push(await queryResults(TASKS, load))
    if (other !== null) others.push(await queryResults(TASKS, load, other))
  }
  return {
    load,
    tasks: TASKS,
    rounds,
    cpuMs: median(own.map(({ cpuMs }) => cpuMs)),
    peakMebibytes: median(own.map(({ peakMebibytes }) => peakMebibytes)),
    timesFew: ratiosOf(own, few),
    timesOther: other === null ? null : ratiosOf(own, others),
  }
}

function ratiosOf(own: readonly Usage[], other: readonly Usage[]): Ratios {
  const ratio = (figure: keyof Usage) =>
    median(own.map((usage, round) => usage[figure] / (other[round]?.[figure] ?? Number.NaN)))
  return { cpu: ratio('cpuMs'), peak: ratio('peakMebibytes') }
}
