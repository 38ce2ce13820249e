import * as z from 'zod'
import { reportSchema } from '../report/schema.ts'
import type { LegFile } from './legs.ts'

/** A report of any version, or a part of one, is still of its leg. */
const named = z.object({ gate: z.object({ name: z.string() }) })

/** Reads the text of a `report.json`. Nothing of one that is none is ever quoted. */
export function parseLeg(file: string, text: string): LegFile {
  const refused = (why: string, name: string | null = null): LegFile => ({ file, why, name })
  try {
    const content: unknown = JSON.parse(text)
    const report = reportSchema.safeParse(content)
    if (report.success) return { file, report: report.data }
    const name = named.safeParse(content).data?.gate.name ?? null
    return refused('it is no report.json of this version of the gate', name)
  } catch {
    return refused(
      text.trim() === '' ? 'it is empty' : 'it is not JSON, only a part of it, or nested too deep',
    )
  }
}
