import { execFileSync } from 'node:child_process'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { median } from '../statistics.ts'
import type { Mixture } from './many-items.ts'

/** Judge and renderers over more and more check items, each measured in a process of its own. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const COMPILER = path.join(ROOT, 'node_modules/typescript/bin/tsc')
/** Plain JavaScript, because Node's stripping of types would count as memory of the gate. */
const CHILD = path.join(ROOT, 'out/bench/compiled/bench/scale/items-child.js')

const measured = z.object({
  items: z.number(),
  ms: z.number(),
  stringifyMs: z.number(),
  bytes: z.number(),
  peakMebibytes: z.number(),
})

export interface ManyItems {
  readonly items: number
  readonly mixture: Mixture
  /** Medians of so many processes. */
  readonly processes: number
  readonly ms: number
  /** Time of judge and renderers, divided by that of one `JSON.stringify` of the same report. */
  readonly timesStringify: number
  readonly peakMebibytes: number
}

export function compileItemsChild(): void {
  execFileSync(process.execPath, [COMPILER, '-p', path.join(ROOT, 'bench/tsconfig.json')], {
    stdio: 'inherit',
  })
}

export function measureManyItems(items: number, mixture: Mixture, processes: number): ManyItems {
  const runs = Array.from({ length: processes }, () => {
    const output = execFileSync(process.execPath, [CHILD, String(items), mixture], { encoding: 'utf8' })
    return measured.parse(JSON.parse(output))
  })
  if (runs.some(run => run.items !== items)) throw new Error(`The verdict does not hold ${items} items`)
  return {
    items,
    mixture,
    processes,
    ms: median(runs.map(run => run.ms)),
    timesStringify: median(runs.map(run => run.ms / run.stringifyMs)),
    peakMebibytes: median(runs.map(run => run.peakMebibytes)),
  }
}
