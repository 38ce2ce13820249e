import * as z from 'zod'
import { told } from '../precheck/sentence.ts'
import { WAIVER_STATUSES, type Waiver } from '../precheck/waivers.ts'
import { memberOf, saying } from './document/allowed.ts'
import { parseDocument } from './document/document.ts'
import type { PathProblem } from './document/issues.ts'
import type { InputProblems } from './problems.ts'

/**
 * Returns the waivers of a file in its order, none after telling everything that is wrong with it. `services` are the names a
 * waiver may give as `service`. An empty list of waivers is allowed: it is what remains when the last one goes.
 */
export async function parseWaiverFile(
  text: string,
  file: string,
  services: readonly string[],
  problems: InputProblems,
): Promise<readonly Waiver[]> {
  const schema = fileSchema(services)
  const entry = schema.shape.waivers.element
  const check = (content: unknown) => twinsIn(memberOf(content, 'waivers'), entry)
  const read = await parseDocument(text, { file, schema, check })
  problems.add(...read.problems)
  return (read.value?.waivers ?? []).map(toWaiver)
}

/** The JSON schema of the file, for editors; `schema/waivers.schema.json` is this, written out. */
export function waiverJsonSchema(services: readonly string[]) {
  return z.toJSONSchema(fileSchema(services), { io: 'input' })
}

const fingerprint = saying(
  z.string().regex(/^[0-9a-f]{12}$/),
  told('12 hexadecimal digits in quotes', '加引号的 12 位十六进制数字'),
)

const day = z.iso.date()

/** True for a day as a waiver file writes it. */
export function isDay(text: string): boolean {
  return day.safeParse(text).success
}

/** Text with something in it: a waiver whose reason is a blank explains nothing. */
const words = z.string().regex(/\S/)

/** A pattern with a character that nobody sees (`?` stands for one) fits nothing, and looks as if it did. */
const seen = z.string().regex(/^ *(?:[^\p{C}\p{Default_Ignorable_Code_Point}\p{Z}] *)+$/u)

const ITEM = told(
  'not blank: the id of a check item, * is any text, ? is one character',
  '非空：检查项的 ID，* 代表任意文本，? 代表一个字符',
)
const STATUS = told('the findings it covers', '它所覆盖的结果')
const FAILED_REASON = told(
  'not blank: it holds only for this reason of the finding',
  '非空：只对该失败原因生效',
)
const SERVICE = told('it holds only for this service', '只对该服务生效')
const TASK = told(
  'not blank: it holds only for this task, id or pattern like item',
  '非空：只对该任务生效，ID 或与 item 相同的通配写法',
)
const FINGERPRINT = told(
  'it holds only while the finding is word for word one of those accepted',
  '只有当结果与已接受的某一条逐字相同时才生效',
)
const REASON = told('not blank: why the finding is accepted', '非空：接受该结果的理由')
const OWNER = told('not blank: who accepts it', '非空：由谁接受')
const EXPIRES = told(
  'the last day on which it holds, in UTC: a real date as YYYY-MM-DD',
  '生效的最后一天（UTC）：真实日期，格式为 YYYY-MM-DD',
)

function fileSchema(services: readonly string[]) {
  const entry = z.strictObject({
    item: saying(seen, ITEM),
    status: saying(z.enum(WAIVER_STATUSES).default('warning'), STATUS),
    'failed-reason': saying(words.optional(), FAILED_REASON),
    service: saying(z.enum(services).optional(), SERVICE),
    task: saying(seen.optional(), TASK),
    fingerprint: saying(z.union([fingerprint, z.array(fingerprint).min(1)]).optional(), FINGERPRINT),
    reason: saying(words, REASON),
    owner: saying(words, OWNER),
    expires: saying(day, EXPIRES),
  })
  return z
    .strictObject({
      version: z.literal(1),
      waivers: z.array(entry).meta({ uniqueItems: true }),
    })
    .meta({ title: 'Waivers of the Migration Precheck Gate' })
}

/**
 * Two entries that agree in everything are a slip in copying. Entries that differ, if only in the last day,
 * may cover the same finding: that is how an expired waiver is renewed. Only whole entries are compared.
 */
function twinsIn(entries: unknown, entry: z.ZodType): readonly PathProblem[] {
  if (!Array.isArray(entries)) return []
  // Checked entries have their keys in the order of the schema, so equal ones are equal as text.
  const texts = entries.map(one => JSON.stringify(entry.safeParse(one).data))
  const firsts = new Map(texts.map((text, index) => [text, index] as const).toReversed())
  return texts.flatMap((text, index) => {
    const first = firsts.get(text)
    if (text === undefined || first === index) return []
    const wrong = told(
      `waivers[${index}] is the same as waivers[${first}]`,
      `waivers[${index}] 与 waivers[${first}] 相同`,
    )
    return [{ path: ['waivers', index], wrong, allowed: told('each waiver once', '每个豁免一次') }]
  })
}

function toWaiver(entry: z.infer<ReturnType<typeof fileSchema>>['waivers'][number]): Waiver {
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
