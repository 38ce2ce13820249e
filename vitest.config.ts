import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    // Over the hard limit of a scenario's run, so that a run which hangs is shown with its log.
    testTimeout: 30_000,
    // More than a small machine has cores: scenario tests mostly wait for processes of their own.
    maxWorkers: 4,
    reporters: ['default'],
  },
})
