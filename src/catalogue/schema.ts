import * as z from 'zod'
import { ENGINES, RANKS, RIGHTS } from './words.ts'

/**
 * The shape of the catalogue's data files. Only tests and the schema generator read it: the data is part of
 * the build, so validating it at every start would cost time and find nothing new.
 */

/** Plain text on one line, without the characters that Markdown tables, HTML and code spans are made of. */
const plainText = z.string().regex(/^[^\s<>|`](?:[^\r\n<>|`]*[^\s<>|`])?$/)
/** The same for a command, which may have several lines. */
const command = z.string().regex(/^[^\s<>|`](?:[^\r<>|`]*[^\s<>|`])?$/)
/** A version is compared part by part: 8.0.23. */
const version = z.string().regex(/^\d+(?:\.\d+){0,2}$/)

/** The hosts are those of the service's own `lists`, see below; nothing in an address may end the link around it. */
const documentationLink = z.string().regex(/^https:\/\/[a-z0-9][a-z0-9.-]*\/[\w./-]+$/)

const itemTexts = z.strictObject({
  title: plainText.max(60),
  checks: plainText,
  causes: z.array(plainText).min(1).max(5),
})

const sentence = { 'en-us': plainText, 'zh-cn': plainText }
const changes = z
  .literal(true)
  .optional()
  .describe('it changes something: data, settings, rights, or the task')
const engine = z.enum(ENGINES)

const plainStep = z.strictObject({
  ...sentence,
  engine: engine.optional().describe('only for this one of the engines of the item'),
  changes,
})

const commandStep = z.strictObject({
  ...sentence,
  engine: engine
    .optional()
    .describe('only for this one of the engines of the item, or for a relative of them'),
  code: command.describe('what to run; words in capitals that are no keywords stand for names and values'),
  lang: z
    .enum([
      'mysql',
      'my.cnf',
      'psql',
      'postgresql.conf',
      'pg_hba.conf',
      'mongosh',
      'sqlplus',
      'sqlcmd',
      'gsql',
      'db2',
      'ddm',
      'obclient',
      'shell',
    ])
    .describe('the client or the file that takes it'),
  from: version.optional().describe('first version that knows it'),
  before: version.optional().describe('first version that no longer knows it, or should no longer use it'),
  mariadb: z
    .union([version, z.literal(false)])
    .optional()
    .describe('first version of MariaDB that knows it, false for none; absent: all'),
  by: z.enum(RIGHTS).describe('the least role that may run it'),
  tried: z.boolean().describe('whether npm run advice runs it on a database'),
  changes,
})

/** Concrete things to do, in order. */
const steps = z
  .array(z.union([plainStep, commandStep]))
  .min(1)
  .max(24)

const check = {
  confidence: z
    .enum(['documented', 'general'])
    .describe(
      'documented: from the vendor or a real run; general: database knowledge, the code alone is known',
    ),
  doc: documentationLink.optional().describe('page of this very check, where its address is verified'),
  engines: z.array(z.union([engine, z.literal('all')])).min(1),
  tells: z
    .literal(true)
    .optional()
    .describe('it exists for one engine only, so that its being in a result tells the engine of the task'),
  rank: z.enum(RANKS).describe('what it holds up: a lower rank cannot be judged before a higher one is well'),
  'en-us': itemTexts,
  'zh-cn': itemTexts,
  steps,
}
const reason = z.strictObject({
  'en-us': z.strictObject({ meaning: plainText }),
  'zh-cn': z.strictObject({ meaning: plainText }),
  steps,
})

export const catalogueFileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    lists: z
      .partialRecord(z.union([engine, z.literal('other')]), documentationLink)
      .describe("the service's lists of checks by engine, for items without a page of their own"),
    groups: z.record(z.string(), z.enum(RANKS)).describe('rank of items that are not known, by their group'),
    items: z
      .record(z.string().min(1), z.strictObject(check))
      .describe('by what the service calls the item, spelt as on the wire'),
    reasons: z.record(z.string().min(1), reason).describe('by the reason code that an item carries'),
  })
  .refine(({ lists, items }) => linksAreAt(Object.values(lists), Object.values(items)), {
    message:
      'a doc must be at a host of the lists: a link in a report leads to the documentation of its service',
  })

/** True when each link to the page of a check leads to a host of the service's lists. */
function linksAreAt(
  lists: readonly string[],
  checks: readonly { readonly doc?: string | undefined }[],
): boolean {
  const hosts = lists.map(list => new URL(list).host)
  return checks.every(({ doc }) => doc === undefined || hosts.includes(new URL(doc).host))
}

/** Checks that are documented by title only: no item is matched by them, `docs/checks.md` shows them. */
export const titlesFileSchema = z.strictObject({
  $schema: z.string().optional(),
  checks: z.array(z.strictObject(check)).min(1),
})

export type TitledChecks = z.infer<typeof titlesFileSchema>['checks']

/** Returns the JSON schema of the data files; `schema/catalogue.schema.json` is this, with two-space indents. */
export function catalogueJsonSchema(): object {
  return { title: 'Check item catalogue', ...z.toJSONSchema(catalogueFileSchema) }
}

/** Returns the JSON schema of the checks that are known by title only. */
export function titlesJsonSchema(): object {
  return { title: 'Checks known by title only', ...z.toJSONSchema(titlesFileSchema) }
}
