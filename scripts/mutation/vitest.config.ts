import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** How Stryker runs the tests of one part; `main.ts` says which. One after the other, until the first that fails. */

/** A mutant should meet quick tests first: those that open no socket and try no hundreds of cases. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => weightOf(one) - weightOf(other))
  }
}

function weightOf({ moduleId }: TestSpecification): number {
  const text = readFileSync(moduleId, 'utf8')
  const sockets = /bench\.ts|on-the-wire\.ts|simulator/.test(text)
  const manyCases = /fast-check|hostile\.ts/.test(text)
  return (sockets ? 2 : 0) + (manyCases ? 1 : 0)
}

export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '__tests__/{precheck,services}/**/*.test.ts').split(' '),
    exclude: [
      // Whole checks over sockets, by chance: they would take seconds for every mutant that the other tests miss.
      '__tests__/services/drs/never-green.test.ts',
      // A mutant carries counters, so that times say nothing.
      '__tests__/**/*-speed.test.ts',
    ],
    setupFiles: ['scripts/mutation/no-shrinking.ts'],
    sequence: { sequencer: QuickestFirst },
    testTimeout: 30_000,
  },
})
