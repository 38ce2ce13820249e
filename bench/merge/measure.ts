import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { rounded } from '../statistics.ts'
import { table } from '../table.ts'
import { absoluteAtMost, atMost, type Target } from '../targets.ts'
import { ITEMS_PER_TASK, legName, TASKS_PER_LEG, writeLegs } from './legs.ts'

/** The built command over the reports of more and more legs: what it takes, and how long what it writes is. */

const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const MOST_MEBIBYTES = 600
/** Growth of a cost beside growth of its cause. */
const TIMES_LINEAR = 1.5
const MOST_SUMMARY_BYTES = 1_000_000
const MEBIBYTE = 1024 * 1024

const used = z.object({ maxRSS: z.number(), userCPUTime: z.number(), systemCPUTime: z.number() })
/** Printed by the process itself, as its last line. */
const TELLS = `--import=data:text/javascript,process.on('exit',()=>console.error(JSON.stringify(process.resourceUsage())))`

export interface Merge {
  readonly legs: number
  readonly items: number
  /** Processor time. */
  readonly ms: number
  readonly peakMebibytes: number
  readonly reportBytes: number
  readonly summaryBytes: number
}

export function measureMerge(legs: number): Merge {
  const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-bench-'))
  try {
    writeLegs(path.join(folder, 'legs'), legs)
    const expected = Array.from({ length: legs }, (_, index) => legName(index + 1)).join(',')
    const out = path.join(folder, 'merged')
    const args = [
      'merge',
      path.join(folder, 'legs'),
      '--expected',
      expected,
      '--any-run',
      '--report-dir',
      out,
    ]
    const { stdout, stderr } = spawnSync(process.execPath, [TELLS, COMMAND, ...args], {
      encoding: 'utf8',
      env: {},
      maxBuffer: 64 * 1024 * 1024,
    })
    const items = legs * TASKS_PER_LEG * ITEMS_PER_TASK
    if (!stdout.includes(`of ${items.toLocaleString('en')} check items`))
      throw new Error(`Not merged: ${stdout}${stderr}`)
    const { maxRSS, userCPUTime, systemCPUTime } = used.parse(
      JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? ''),
    )
    const bytesOf = (file: string) => statSync(path.join(out, file)).size
    return {
      legs,
      items,
      ms: (userCPUTime + systemCPUTime) / 1_000,
      // Kibibytes on every platform.
      peakMebibytes: maxRSS / 1024,
      reportBytes: bytesOf('report.json'),
      summaryBytes: bytesOf('summary.md'),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function mergeTable(runs: readonly Merge[]): string {
  return table(
    ['legs', 'check items', 'processor s', 'peak MiB', 'report.json MiB', 'summary bytes'],
    runs.map(run => [
      run.legs,
      run.items,
      rounded(run.ms / 1_000, 1),
      rounded(run.peakMebibytes, 0),
      rounded(run.reportBytes / MEBIBYTE, 0),
      run.summaryBytes,
    ]),
  )
}

export function mergeTargets(runs: readonly Merge[]): readonly Target[] {
  const [small, large] = [runs[0], runs.at(-1)]
  if (small === undefined || large === undefined) return []
  const times = large.legs / small.legs
  return [
    atMost(
      `merge of ${large.legs} legs: growth of time ÷ growth of legs`,
      large.ms / small.ms / times,
      TIMES_LINEAR,
    ),
    atMost(
      `merge of ${large.legs} legs: growth of memory ÷ growth of legs`,
      large.peakMebibytes / small.peakMebibytes / times,
      TIMES_LINEAR,
    ),
    // One that kept legs as they come, as text or as what the parser makes of it, would be over.
    atMost(
      'merge: memory for one leg more ÷ length of its report',
      ((large.peakMebibytes - small.peakMebibytes) * MEBIBYTE) / (large.reportBytes - small.reportBytes),
      1,
    ),
    atMost('merge: bytes of the summary', Math.max(...runs.map(run => run.summaryBytes)), MOST_SUMMARY_BYTES),
    absoluteAtMost(`merge of ${large.legs} legs: peak MiB`, large.peakMebibytes, MOST_MEBIBYTES),
  ]
}
