import { readFileSync } from 'node:fs'
import { isMap, isScalar, parseDocument } from 'yaml'
import * as z from 'zod'

const FILE = new URL('../action.yml', import.meta.url)
export const MERGE_FILE = new URL('../merge/action.yml', import.meta.url)

const described = { description: z.string().min(1) }
const metadataSchema = z.strictObject({
  name: z.string(),
  author: z.string(),
  description: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(
    z.string(),
    z.strictObject({ ...described, required: z.literal(false), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.strictObject(described)),
  runs: z.strictObject({ using: z.literal('node24'), main: z.enum(['dist/index.js', '../dist/merge.js']) }),
})

/** What `action.yml` says, and the headings that its comments put over groups of inputs, by a group's first input. */
export interface ActionMetadata extends z.infer<typeof metadataSchema> {
  readonly inputGroups: ReadonlyMap<string, string>
}

/** Reads an `action.yml`. Throws with every place where it is not what this project expects of it. */
export function readAction(file = FILE): ActionMetadata {
  const document = parseDocument(readFileSync(file, 'utf8'))
  const inputs = document.get('inputs')
  if (!isMap(inputs)) throw new Error('action.yml: inputs must be a mapping')
  const groups = inputs.items.flatMap(({ key }, index) => {
    if (!isScalar(key)) return []
    // The parser gives a comment before the first key to the mapping as a whole.
    const comment = key.commentBefore ?? (index === 0 ? inputs.commentBefore : null)
    return comment ? [[String(key.value), comment.trim()] as const] : []
  })
  return { ...metadataSchema.parse(document.toJS()), inputGroups: new Map(groups) }
}
