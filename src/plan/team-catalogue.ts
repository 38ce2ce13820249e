import * as z from 'zod'
import type { TeamCatalogue } from '../catalogue/catalogue.ts'
import type { Step } from '../catalogue/steps.ts'
import { type DocumentResult, parseDocument } from './document.ts'

/** The file that the input `catalogue` names: what a team says of check items itself. It changes no verdict. */

export type TeamCatalogueResult =
  | { readonly catalogue: TeamCatalogue }
  | { readonly problems: readonly string[] }

/** Reads the file. Its texts are as hostile as any: a pull request can plant them. */
export async function parseTeamCatalogue(text: string, file: string): Promise<TeamCatalogueResult> {
  const result: DocumentResult<TeamFile> = await parseDocument(text, { file, schema: fileSchema })
  if ('problems' in result) return result
  const entries = Object.entries(result.value.items).map(
    ([id, { steps, doc }]) => [id, { steps: steps.map(toStep), doc: doc ?? null }] as const,
  )
  return { catalogue: new Map(entries) }
}

/** The JSON schema of the file, for editors; `schema/team-catalogue.schema.json` is this, written out. */
export function teamCatalogueJsonSchema() {
  return z.toJSONSchema(fileSchema, { io: 'input' })
}

/** Text with something in it. */
const words = z.string().regex(/\S/)

const step = z.strictObject({
  text: words.describe('not blank: one thing to do'),
  code: words.optional().describe('not blank: the command, which can be copied'),
  lang: words.optional().describe('not blank: the client or the file that takes the command, such as mysql'),
})

const item = z.strictObject({
  steps: z.array(step).min(1).describe('at least one step; they take the place of any other advice'),
  doc: z
    .string()
    .regex(/^https:\/\/\S+$/)
    .optional()
    .describe('an address that begins with https://, in place of the link to the documentation'),
})

const fileSchema = z
  .strictObject({
    version: z.literal(1),
    items: z.record(words, item).describe('by the id of the check item, as in the report'),
  })
  .meta({ title: 'Advice of a team for the Migration Precheck Gate' })

type TeamFile = z.infer<typeof fileSchema>

/** What a command changes, and whether anybody tried it, is not known of a file that anybody may have written. */
function toStep({ text, code, lang }: z.infer<typeof step>): Step {
  return { text, code: code ?? null, lang: lang ?? null, changes: false, tried: false }
}
