import { alignedTable } from '../tables.ts'

/**
 * What is mutated, and by which tests it is judged: those that see `src/` itself. Tests of the bundle see no mutant. Each
 * part has tests of its own, because a mutant of a value that is made when a module loads has to meet all of them.
 */

export interface Part {
  readonly name: string
  readonly mutate: readonly string[]
  readonly tests: readonly string[]
}

export const PARTS: readonly Part[] = [
  { name: 'precheck', mutate: ['src/precheck/*.ts'], tests: ['__tests__/precheck/*.test.ts'] },
  { name: 'services', mutate: ['src/services/*.ts'], tests: ['__tests__/services/**/*.test.ts'] },
  ...[['ddm'], ['drs', 'drs/v5'], ['oms']].map(([service = '', ...below]) => ({
    name: `services/${service}`,
    mutate: [service, ...below].map(folder => `src/services/${folder}/*.ts`),
    tests: ['__tests__/services/*.test.ts', `__tests__/services/${service}/**/*.test.ts`],
  })),
  {
    name: 'error table',
    mutate: ['src/cloud/error-table.ts'],
    tests: ['__tests__/cloud/error-table.test.ts', '__tests__/services/errors.test.ts'],
  },
  {
    name: 'error bodies and faults',
    mutate: ['src/cloud/error-body.ts', 'src/cloud/fault.ts'],
    tests: ['__tests__/cloud/{error-body,fault,advice,answer}.test.ts'],
  },
  {
    name: 'merge',
    mutate: ['src/merge/*.ts'],
    // Without the 10,000 cases of the model and a leg of 128 MiB: they would take seconds for every mutant that the others miss.
    tests: ['__tests__/merge/{find-reports,leg-text,legs,merge,merge-plan,merged,one-copy,proven}.test.ts'],
  },
  { name: 'escape', mutate: ['src/report/escape.ts'], tests: ['__tests__/report/escape*.test.ts'] },
]

/** Of all mutants of a part that were tried, in per cent; under it the command fails. */
export const LEAST_SCORE = 90

export interface Figures {
  readonly part: string
  readonly killed: number
  readonly survived: number
  /** No test runs the place at all. */
  readonly uncovered: number
  /** Left out with a reason beside the code. */
  readonly left: number
}

/** Returns the figures of a part from Stryker's words for what became of each mutant. */
export function figuresOf(part: string, statuses: readonly string[]): Figures {
  const count = (...words: readonly string[]) => statuses.filter(status => words.includes(status)).length
  return {
    part,
    // One that never ends, or breaks the test run, is noticed like any other.
    killed: count('Killed', 'Timeout', 'RuntimeError', 'CompileError'),
    survived: count('Survived'),
    uncovered: count('NoCoverage'),
    left: count('Ignored'),
  }
}

/** Returns the share of mutants that a test noticed, in per cent; 0 where nothing was tried. */
export function scoreOf({ killed, survived, uncovered }: Figures): number {
  const tried = killed + survived + uncovered
  return tried === 0 ? 0 : (killed / tried) * 100
}

/** Returns the table of `docs/testing.md`. */
export function figuresTable(figures: readonly Figures[]): string {
  const rows = figures.map(one => [
    one.part,
    // Rounded down: 89.96 must not read as enough.
    `${(Math.floor(scoreOf(one) * 10) / 10).toFixed(1)} %`,
    ...[one.killed, one.survived, one.uncovered, one.left].map(String),
  ])
  return alignedTable(['part', 'score', 'killed', 'survived', 'no coverage', 'left out'], rows)
}
