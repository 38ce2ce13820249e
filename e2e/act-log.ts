import * as z from 'zod'

/** What act reports of a run, read from its JSON log. */

const entrySchema = z.object({
  msg: z.string(),
  jobID: z.string().optional(),
  matrix: z.record(z.string(), z.unknown()).nullish(),
  stepID: z.array(z.string()).optional(),
  stage: z.string().optional(),
  stepResult: z.string().optional(),
  jobResult: z.string().optional(),
  raw_output: z.boolean().optional(),
  command: z.string().optional(),
  kvPairs: z.record(z.string(), z.string()).nullish(),
  arg: z.string().optional(),
  content: z.string().optional(),
})
type Entry = z.infer<typeof entrySchema>

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

export interface ActLog {
  /** `success`, `failure` or `skipped` by job id. act has one result for all legs of a matrix. */
  readonly jobs: Readonly<Record<string, string>>
  /** Result by step id; in a matrix by `id (leg)`. Only steps that have an id of their own. */
  readonly steps: Readonly<Record<string, string>>
  /** What the steps wrote, one line each, without workflow commands. */
  readonly output: readonly string[]
  readonly annotations: readonly Annotation[]
  /** The job summaries, in the order in which the steps ended. */
  readonly summary: string
}

/** Reads act's standard output (`--json --verbose`). Lines that are not JSON are left out. */
export function readActLog(text: string): ActLog {
  const entries = text.split('\n').flatMap(parsed)
  return {
    jobs: byName(entries, ({ jobID, jobResult }) => (jobID && jobResult ? [jobID, jobResult] : null)),
    steps: byName(entries, stepResult),
    output: entries.filter(entry => entry.raw_output).map(({ msg }) => msg.trimEnd()),
    annotations: entries.flatMap(annotation),
    summary: entries.map(({ command, content }) => (command === 'summary' ? (content ?? '') : '')).join(''),
  }
}

function parsed(line: string): readonly Entry[] {
  if (!line.startsWith('{')) return []
  const { success, data } = entrySchema.safeParse(JSON.parse(line))
  return success ? [data] : []
}

function byName(
  entries: readonly Entry[],
  pick: (entry: Entry) => readonly [string, string] | null,
): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map(pick).filter(pair => pair !== null))
}

function stepResult({ stepID, stage, stepResult, matrix }: Entry): readonly [string, string] | null {
  const [id] = stepID ?? []
  if (id === undefined || stage !== 'Main' || stepResult === undefined || /^\d+$/.test(id)) return null
  const leg = matrix?.['leg']
  return [typeof leg === 'string' ? `${id} (${leg})` : id, stepResult]
}

function annotation({ command, kvPairs, arg = '' }: Entry): readonly Annotation[] {
  if (command !== 'error' && command !== 'warning' && command !== 'notice') return []
  return [{ level: command, title: kvPairs?.['title'] ?? '', message: arg }]
}
