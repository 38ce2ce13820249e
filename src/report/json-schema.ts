import * as z from 'zod'
import { reportSchema } from './schema.ts'

/** Returns the JSON schema (draft 2020-12) of `report.json`, as published in `schema/report.schema.json`. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }),
    title: 'Report of the Migration Precheck Gate, version 1',
  }
}
