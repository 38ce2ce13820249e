import * as z from 'zod'
import type { TeamCatalogue } from '../catalogue/catalogue.ts'
import type { Step } from '../catalogue/steps.ts'
import { told } from '../precheck/sentence.ts'
import { saying } from './document/allowed.ts'
import { parseDocument } from './document/document.ts'
import type { InputProblems } from './problems.ts'

/** The file that the input `catalogue` names: what a team says of check items itself. It changes no verdict. */

/** Reads the file; nothing after telling what is wrong with it. Its texts are as hostile as any: a pull request can plant them. */
export async function parseTeamCatalogue(
  text: string,
  file: string,
  problems: InputProblems,
): Promise<TeamCatalogue> {
  const read = await parseDocument(text, { file, schema: fileSchema })
  problems.add(...read.problems)
  if (read.value === null) return new Map()
  const entries = Object.entries(read.value.items).map(
    ([id, { steps, doc }]) => [id, { steps: steps.map(toStep), doc: doc ?? null }] as const,
  )
  return new Map(entries)
}

/** The JSON schema of the file, for editors; `schema/team-catalogue.schema.json` is this, written out. */
export function teamCatalogueJsonSchema() {
  return z.toJSONSchema(fileSchema, { io: 'input' })
}

/** Text with something in it. */
const words = z.string().regex(/\S/)

const step = z.strictObject({
  text: saying(words, told('not blank: one thing to do', '非空：要做的一件事')),
  code: saying(words.optional(), told('not blank: the command, which can be copied', '非空：可以复制的命令')),
  lang: saying(
    words.optional(),
    told(
      'not blank: the client or the file that takes the command, such as mysql',
      '非空：执行该命令的客户端或所在的文件，例如 mysql',
    ),
  ),
})

const item = z.strictObject({
  steps: saying(
    z.array(step).min(1),
    told('at least one step; they take the place of any other advice', '至少一个步骤；它们取代其他任何建议'),
  ),
  doc: saying(
    z
      .string()
      .regex(/^https:\/\/\S+$/)
      .optional(),
    told(
      'an address that begins with https://, in place of the link to the documentation',
      '以 https:// 开头的地址，取代文档链接',
    ),
  ),
})

const fileSchema = z
  .strictObject({
    version: z.literal(1),
    items: saying(
      z.record(words, item),
      told('by the id of the check item, as in the report', '以报告中检查项的 ID 为键'),
    ),
  })
  .meta({ title: 'Advice of a team for the Migration Precheck Gate' })

/** What a command changes, and whether anybody tried it, is not known of a file that anybody may have written. */
function toStep({ text, code, lang }: z.infer<typeof step>): Step {
  return { text, code: code ?? null, lang: lang ?? null, changes: false, tried: false }
}
