import type { Random } from '../../src/ports.ts'
import { exponential, normal, seeded, seedOf, wholeNumber } from '../random.ts'

/**
 * How the progress of a pre-check can look. Nobody publishes durations or courses of real ones, so these families are
 * made up, from easy to nasty.
 */

export interface Trace {
  readonly durationMs: number
  /** Whole percents from 0 to 99 at a time before the end. */
  readonly progressAt: (ms: number) => number
}

/** Log-normal around a minute; three standard deviations reach from 4 s to 15 min, and what lies outside is drawn again. */
const MEDIAN_MS = 60_000
const SIGMA = 0.9
const MOST_SIGMAS = 3
const LAST_PERCENT_BEFORE_END = 99
const TOGETHER = 0.05

const STEPS = [10, 20, 25, 50, 100] as const

export const FAMILIES = ['even steps', 'uneven', 'item by item', 'silent', 'stuck'] as const
export type Family = (typeof FAMILIES)[number]
/** Those whose progress tells something about the end. */
export const INFORMATIVE = ['even steps', 'uneven', 'item by item'] as const satisfies readonly Family[]
/** No progress until the end, or none from somewhere between 90 and 99 % on. */
export const UNINFORMATIVE = ['silent', 'stuck'] as const satisfies readonly Family[]

const MAKERS: Readonly<Record<Family, (durationMs: number, random: Random) => Trace>> = {
  'even steps': evenSteps,
  uneven,
  'item by item': itemByItem,
  silent: durationMs => ({ durationMs, progressAt: () => 0 }),
  stuck,
}

/** Returns the traces of the tasks of one run, always the same ones for the same arguments. */
export function tracesOf(family: Family, tasks: number, run: number, seed: number): readonly Trace[] {
  const random = seeded(seedOf(seed, family, tasks, run))
  return Array.from({ length: tasks }, () => MAKERS[family](duration(random), random))
}

/** The same for tasks that end within 5 % of one another, as those of one instance may. */
export function tracesTogether(family: Family, tasks: number, run: number, seed: number): readonly Trace[] {
  const random = seeded(seedOf(seed, family, 'together', tasks, run))
  const shared = duration(random)
  const own = () => shared * (1 - TOGETHER / 2 + TOGETHER * random())
  return Array.from({ length: tasks }, () => MAKERS[family](own(), random))
}

function duration(random: Random): number {
  for (;;) {
    const sigmas = normal(random)
    if (Math.abs(sigmas) <= MOST_SIGMAS) return MEDIAN_MS * Math.exp(SIGMA * sigmas)
  }
}

/** 10, 20, 25, 50 or 100 equal steps. */
function evenSteps(durationMs: number, random: Random): Trace {
  const steps = STEPS[wholeNumber(random, 0, STEPS.length - 1)] ?? STEPS[0]
  return { durationMs, progressAt: ms => whole(Math.floor((ms / durationMs) * steps) / steps) }
}

/** 5 to 20 phases of random lengths, each at half to double speed. */
function uneven(durationMs: number, random: Random): Trace {
  const lengths = Array.from({ length: wholeNumber(random, 5, 20) }, () => exponential(random))
  const ends = partsOf(lengths)
  const shown = partsOf(lengths.map(length => length * 2 ** (2 * random() - 1)))
  return {
    durationMs,
    progressAt: ms => {
      const part = ms / durationMs
      const phase = ends.findIndex(end => end > part)
      const [from, to] = [ends[phase - 1] ?? 0, ends[phase] ?? 1]
      const [low, high] = [shown[phase - 1] ?? 0, shown[phase] ?? 1]
      return whole(low + ((high - low) * (part - from)) / (to - from))
    },
  }
}

/** 27 to 40 check items, as the samples of DRS have; how long each takes is exponentially distributed. */
function itemByItem(durationMs: number, random: Random): Trace {
  const items = wholeNumber(random, 27, 40)
  const ends = partsOf(Array.from({ length: items }, () => exponential(random)))
  return { durationMs, progressAt: ms => whole(ends.filter(end => end <= ms / durationMs).length / items) }
}

/** Even progress to somewhere between 90 and 99 % in the first 20 to 70 % of the time, then nothing until the end. */
function stuck(durationMs: number, random: Random): Trace {
  const last = wholeNumber(random, 90, 99) / 100
  const stuckAt = durationMs * (0.2 + 0.5 * random())
  return { durationMs, progressAt: ms => whole(last * Math.min(1, ms / stuckAt)) }
}

/** Rounds down, but not past a whole percent that only the arithmetic of fractions misses. */
function whole(part: number): number {
  return Math.min(LAST_PERCENT_BEFORE_END, Math.floor(part * 100 + 1e-9))
}

/** Where each length ends, as a part of them all. */
function partsOf(lengths: readonly number[]): readonly number[] {
  const total = lengths.reduce((sum, length) => sum + length, 0)
  let end = 0
  return lengths.map(length => {
    end += length
    return end / total
  })
}
