import { writeFileSync } from 'node:fs'
import { catalogueJsonSchema, titlesJsonSchema } from '../src/catalogue/schema.ts'
import { configJsonSchema } from '../src/plan/config-file.ts'
import { teamCatalogueJsonSchema } from '../src/plan/team-catalogue.ts'
import { waiverJsonSchema } from '../src/plan/waiver-file.ts'
import { reportJsonSchema } from '../src/report/json-schema.ts'
import { SERVICES } from '../src/services/registry.ts'

/** Writes the published JSON schemas from the zod schemas: `npm run schemas`. */

export const SCHEMA_FOLDER = new URL('../schema/', import.meta.url)

/** Returns the text of every published schema by its file name. */
export function schemaFiles(): Readonly<Record<string, string>> {
  const services = SERVICES.map(({ name }) => name)
  const schemas = {
    'catalogue.schema.json': catalogueJsonSchema(),
    'catalogue-titles.schema.json': titlesJsonSchema(),
    'config.schema.json': configJsonSchema(services),
    'report.schema.json': reportJsonSchema(),
    'team-catalogue.schema.json': teamCatalogueJsonSchema(),
    'waivers.schema.json': waiverJsonSchema(services),
  }
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]),
  )
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(schemaFiles())) writeFileSync(new URL(name, SCHEMA_FOLDER), text)
}
