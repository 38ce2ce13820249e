import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { documentWith } from './document.ts'
import { plotOf } from './polling/plot.ts'
import { plottedTraces } from './polling/plot-data.ts'
import { table } from './table.ts'
import type { Target } from './targets.ts'

/** What the bench writes: the file of results, and the figures of the page. */

const ROOT = fileURLToPath(new URL('../', import.meta.url))

const target = z.object({
  name: z.string(),
  value: z.number(),
  atMost: z.number(),
  met: z.boolean(),
  /** Written as null where it is infinite. */
  failsOver: z
    .number()
    .nullable()
    .transform(limit => limit ?? Number.POSITIVE_INFINITY),
})
/** What is in the file of results: of each part how it was measured, and what came out. */
const written = z.record(
  z.string(),
  z.object({ seed: z.number(), short: z.boolean(), results: z.unknown(), targets: z.array(target) }),
)

/** What one part of the bench came to. */
export interface Part {
  readonly results: unknown
  readonly targets: readonly Target[]
  readonly tables: readonly string[]
}

/** Returns the targets with what they came to. */
export function tableOfTargets(targets: readonly Target[]): string {
  const verdictOf = ({ met, value, failsOver }: Target) =>
    met ? 'met' : value <= failsOver ? 'missed' : 'FAILED'
  return table(
    ['target', 'value', 'at most', ''],
    targets.map(target => [
      target.name,
      Number(target.value.toPrecision(4)),
      target.atMost,
      verdictOf(target),
    ]),
  )
}

/** Puts the figures of the parts that were measured in the place of those before. Returns the file that holds them. */
export async function writeResults(
  { seed, short }: { readonly seed: number; readonly short: boolean },
  parts: ReadonlyMap<string, Part>,
): Promise<string> {
  const file = path.join(ROOT, short ? 'out/bench/results.json' : 'bench/results.json')
  mkdirSync(path.dirname(file), { recursive: true })
  const before = existsSync(file)
    ? (written.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? {})
    : {}
  const measured = Object.fromEntries(
    [...parts].map(([name, { results, targets }]) => [name, { seed, short, results, targets }]),
  )
  const results = { ...before, ...measured }
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  if (!short) {
    writeFileSync(path.join(ROOT, 'docs/polling.svg'), plotOf(await plottedTraces()))
    const tables = new Map([...parts].map(([name, part]) => [name, part.tables.join('\n\n')]))
    const targets = Object.values(results).flatMap(part => part.targets)
    documentWith(path.join(ROOT, 'docs/polling.md'), tables.set('targets', tableOfTargets(targets)))
  }
  return path.relative(ROOT, file)
}
