import * as z from 'zod'
import { WAIVER_STATUSES, type Waiver } from '../precheck/waivers.ts'
import { type DocumentResult, IN_ANY_LIST, parseDocument } from './document.ts'

/** What a waiver file comes to: its waivers in the order of the file, or everything that is wrong with it. */
export type WaiverFileResult =
  | { readonly waivers: readonly Waiver[] }
  | { readonly problems: readonly string[] }

/**
 * Reads a waiver file. `services` are the names a waiver may give as `service`. An empty list of waivers is
 * allowed: it is what remains when the last one goes.
 */
export async function parseWaiverFile(
  text: string,
  file: string,
  services: readonly string[],
): Promise<WaiverFileResult> {
  const result: DocumentResult<WaiverFile> = await parseDocument(text, { file, schema: fileSchema(services) })
  return 'problems' in result ? result : { waivers: result.value.waivers.map(toWaiver) }
}

/** The JSON schema of the file, for editors; `schema/waivers.schema.json` is this, written out. */
export function waiverJsonSchema(services: readonly string[]) {
  return z.toJSONSchema(fileSchema(services), { io: 'input' })
}

type WaiverFile = z.infer<ReturnType<typeof fileSchema>>

const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{12}$/)
  .describe('12 hexadecimal digits in quotes')

const day = z.iso.date()

/** True for a day as a waiver file writes it. */
export function isDay(text: string): boolean {
  return day.safeParse(text).success
}

/** Text with something in it: a waiver whose reason is a blank explains nothing. */
const words = z.string().regex(/\S/)

/** A pattern with a character that nobody sees (`?` stands for one) fits nothing, and looks as if it did. */
const seen = z.string().regex(/^ *(?:[^\p{C}\p{Default_Ignorable_Code_Point}\p{Z}] *)+$/u)

function fileSchema(services: readonly string[]) {
  const entry = z.strictObject({
    item: seen.describe('not blank: the id of a check item, * is any text, ? is one character'),
    status: z.enum(WAIVER_STATUSES).default('warning').describe('the findings it covers'),
    'failed-reason': words.optional().describe('not blank: it holds only for this reason of the finding'),
    service: z.enum(services).optional().describe('it holds only for this service'),
    task: seen.optional().describe('not blank: it holds only for this task, id or pattern like item'),
    fingerprint: z
      .union([fingerprint, z.array(fingerprint).min(1)])
      .optional()
      .describe('it holds only while the finding is word for word one of those accepted'),
    reason: words.describe('not blank: why the finding is accepted'),
    owner: words.describe('not blank: who accepts it'),
    expires: day.describe('the last day on which it holds, in UTC: a real date as YYYY-MM-DD'),
  })
  return z
    .strictObject({
      version: z.literal(1),
      waivers: z.array(entry).superRefine(refuseTwins(entry), IN_ANY_LIST).meta({ uniqueItems: true }),
    })
    .meta({ title: 'Waivers of the Migration Precheck Gate' })
}

/**
 * Two entries that agree in everything are a slip in copying. Entries that differ, if only in the last day,
 * may cover the same finding: that is how an expired waiver is renewed. Only whole entries are compared.
 */
function refuseTwins(entry: z.ZodType) {
  return (entries: readonly unknown[], context: z.RefinementCtx): void => {
    // Checked entries have their keys in the order of the schema, so equal ones are equal as text.
    const texts = entries.map(one => JSON.stringify(entry.safeParse(one).data))
    const firsts = new Map(texts.map((text, index) => [text, index] as const).toReversed())
    for (const [index, text] of texts.entries()) {
      const first = firsts.get(text)
      if (text === undefined || first === index) continue
      const message = `waivers[${index}] is the same as waivers[${first}]; allowed: each waiver once`
      context.addIssue({ code: 'custom', path: [index], message })
    }
  }
}

function toWaiver(entry: WaiverFile['waivers'][number]): Waiver {
  return {
    item: entry.item,
    status: entry.status,
    failedReason: entry['failed-reason'] ?? null,
    service: entry.service ?? null,
    task: entry.task ?? null,
    fingerprints: entry.fingerprint === undefined ? null : [entry.fingerprint].flat(),
    reason: entry.reason,
    owner: entry.owner,
    expires: entry.expires,
  }
}
