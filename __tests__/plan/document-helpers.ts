import * as z from 'zod'
import { parseDocument } from '../../src/plan/document.ts'

/** Something like the config file: a union told apart by a word, a union of types, a confidential part. */
const schema = z.strictObject({
  version: z.literal(1),
  targets: z.array(
    z.discriminatedUnion('service', [
      z.strictObject({
        service: z.literal('drs'),
        name: z.string(),
        'job-ids': z
          .array(z.union([z.string(), z.strictObject({ id: z.string() })]))
          .min(1)
          .optional(),
        wait: z.number().min(0.5).optional(),
        labels: z.record(z.string().regex(/^[a-z]+$/), z.string()).optional(),
      }),
      z.strictObject({
        service: z.literal('ddm'),
        request: z.strictObject({ nodes: z.record(z.string(), z.string()), count: z.int().min(1) }),
      }),
    ]),
  ),
})
const confidential = (path: readonly PropertyKey[]) => path.at(-1) === 'request'
const anything = z.json()

export const read = (text: string) => parseDocument(text, { file: 'c.yml', schema, confidential })
export const readAnything = (text: string) => parseDocument(text, { file: 'c.yml', schema: anything })

export async function problemsOf(text: string): Promise<readonly string[]> {
  const result = await read(text)
  return 'problems' in result ? result.problems : []
}

export async function looseProblemsOf(text: string): Promise<readonly string[]> {
  const result = await readAnything(text)
  return 'problems' in result ? result.problems : []
}

export const drs = (rest: string) => `version: 1\ntargets:\n- service: drs\n  name: a\n  ${rest}\n`
export const ddm = (request: string) => `version: 1\ntargets:\n- service: ddm\n  request: ${request}\n`
