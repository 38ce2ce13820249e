import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import * as z from 'zod'
import { type Program, run } from '../start-up/programs.ts'

/** What a process takes: time of the processor, which on a busy machine says more than the clock, and memory. */

export interface Usage {
  readonly cpuMs: number
  readonly peakMebibytes: number
}

const measured = z.object({ cpuMs: z.number(), peakMebibytes: z.number() })

/**
 * Loaded before the program, as text, so that nothing is compiled for it. The peak is that of the program alone: what
 * `getrusage` tells begins with the memory of the process that started it.
 */
const NOTE = `import { readFileSync, writeFileSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  let peak = maxRSS
  try {
    peak = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  } catch {}
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMebibytes: peak / 1024 }))
})`

/** Runs a program to its end and returns what it took. Throws when its exit code is not 0. */
export async function usageOf(program: Program): Promise<Usage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-usage-'))
  const file = path.join(folder, 'usage.json')
  try {
    const args = ['--import', `data:text/javascript,${encodeURIComponent(NOTE)}`, ...program.args]
    const environment = { ...program.environment, BENCH_USAGE: file }
    const { exitCode, log } = await run({ ...program, args, environment })
    if (exitCode !== 0) throw new Error(`A measured process ended with ${exitCode}:\n${log.slice(-2_000)}`)
    return measured.parse(JSON.parse(readFileSync(file, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
