import { defineConfig } from 'vitest/config'

/**
 * Files that need a process of their own: a module that failed to load fails in it for good, and virtual time stands still for
 * as long as any request of the process is under way.
 */
const ALONE = ['__tests__/github/client-loading.test.ts', '__tests__/{faults,fuzz}/**/*.test.ts']

export default defineConfig({
  test: {
    // Over the hard limit of a scenario's run, so that a run which hangs is shown with its log.
    testTimeout: 30_000,
    // More than a small machine has cores: scenario tests mostly wait for processes of their own.
    maxWorkers: 4,
    reporters: ['default'],
    projects: [
      {
        extends: true,
        // A process for each file would take as long to load what is tested as the tests take. `leaves-nothing.ts` fails the file
        // that another one could notice.
        test: {
          name: 'tests',
          include: ['__tests__/**/*.test.ts'],
          exclude: ALONE,
          isolate: false,
          setupFiles: ['testing/leaves-nothing.ts'],
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
})
