import { afterAll, expect } from 'vitest'

/**
 * Runs around every test file. Files share a process, one after the other, so each has to leave of it what it found:
 * variables, folder, the platform's own functions and whoever listens to signals.
 */

const stateOfProcess = () => ({
  variables: { ...process.env },
  folder: process.cwd(),
  platform: [fetch, setTimeout, setImmediate, Date, performance.now, AbortSignal.timeout],
  listeners: process.eventNames().map(name => [name, process.listenerCount(name)]),
  exitCode: process.exitCode,
})

const before = stateOfProcess()
afterAll(() => expect(stateOfProcess(), 'what the file leaves in its process').toEqual(before))
