import * as z from 'zod'

/** The parts of `report.json` that the cases look at; that it fits its schema is shown elsewhere. */
const reportSchema = z.object({
  gate: z.object({ decision: z.string(), reasonCode: z.string(), failOn: z.string(), enforced: z.boolean() }),
  counts: z.object({ total: z.number(), passed: z.number(), warning: z.number(), failed: z.number() }),
  targets: z.array(
    z.object({
      name: z.string(),
      service: z.string(),
      tasks: z.array(z.object({ id: z.string(), outcome: z.string(), reasonCode: z.string() })),
    }),
  ),
})
export type ReportFile = z.infer<typeof reportSchema>

/** Reads a report. Throws for anything that is none. */
export const readReport = (text: string): ReportFile => reportSchema.parse(JSON.parse(text))

/** Decision and reason in one line, for example `failed: checks-failed`. */
export const verdictIn = (text: string): string => {
  const { decision, reasonCode } = readReport(text).gate
  return `${decision}: ${reasonCode}`
}
