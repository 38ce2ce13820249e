import * as z from 'zod'
import { parseDocument, type ReadDocument } from '../../../src/plan/document/document.ts'
import { problemSentence } from '../../../src/plan/problems.ts'

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

export function textsOf({ problems }: Pick<ReadDocument<unknown>, 'problems'>): readonly string[] {
  return problems.map(problem => problemSentence(problem).in('en-us'))
}

export async function problemsOf(text: string): Promise<readonly string[]> {
  return textsOf(await read(text))
}

export async function looseProblemsOf(text: string): Promise<readonly string[]> {
  return textsOf(await readAnything(text))
}

export const drs = (rest: string) => `version: 1\ntargets:\n- service: drs\n  name: a\n  ${rest}\n`
export const ddm = (request: string) => `version: 1\ntargets:\n- service: ddm\n  request: ${request}\n`
