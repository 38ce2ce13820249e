import { defineConfig } from 'vitest/config'

/** `npm run browser`: opens report.html in Debian's Chromium. */
export default defineConfig({
  test: {
    include: ['browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Times are measured, and a browser is several processes already.
    fileParallelism: false,
  },
})
