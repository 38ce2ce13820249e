import * as z from 'zod'

/**
 * The shape of the catalogue's data files. Only tests and the schema generator read it: the data is part of
 * the build, so validating it at every start would cost time and find nothing new.
 */

/** Plain text on one line, without the characters that Markdown tables, HTML and code spans are made of. */
const plainText = z.string().regex(/^[^\s<>|`](?:[^\r\n<>|`]*[^\s<>|`])?$/)

/** Concrete things to do, in order. */
const steps = z.array(plainText).min(1).max(3)

/** Vendor documentation only: a link in a report must not lead anywhere else. */
const documentationLink = z
  .string()
  .regex(/^https:\/\/(?:support\.huaweicloud\.com|en\.oceanbase\.com)\/[\w./-]+$/)

const itemTexts = z.strictObject({
  title: plainText.max(60),
  checks: plainText,
  causes: z.array(plainText).min(1).max(5),
  advice: steps,
})

const reasonTexts = z.strictObject({ meaning: plainText, advice: steps })

const item = z.strictObject({
  confidence: z
    .enum(['documented', 'general'])
    .describe(
      'documented: from the vendor or a real run; general: database knowledge, the code alone is known',
    ),
  doc: documentationLink
    .optional()
    .describe(
      'page of this very check where its address is verified, or a list that fits better than the index',
    ),
  'en-us': itemTexts,
  'zh-cn': itemTexts,
})

const reason = z.strictObject({ 'en-us': reasonTexts, 'zh-cn': reasonTexts })

export const catalogueFileSchema = z.strictObject({
  $schema: z.string().optional(),
  index: documentationLink.describe("the service's list of checks, for items without a page of their own"),
  items: z
    .record(z.string().min(1), item)
    .describe('by what the service calls the item, spelt as on the wire'),
  reasons: z.record(z.string().min(1), reason).describe('by the reason code that an item carries'),
})

/** Returns the JSON schema of the data files; `schema/catalogue.schema.json` is this, with two-space indents. */
export function catalogueJsonSchema(): object {
  return { title: 'Check item catalogue', ...z.toJSONSchema(catalogueFileSchema) }
}
