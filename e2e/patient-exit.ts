/**
 * Loaded into every node process of a workflow (`--import`). When a step fails, act stops reading its terminal at once
 * and loses what is still in it, which for the gate is the annotations. So a process that fails stays for a moment.
 */

const STAY_MS = 1_000

process.on('exit', code => {
  if (code !== 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STAY_MS)
})
