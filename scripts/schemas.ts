import { writeFileSync } from 'node:fs'
import packageJson from '../package.json' with { type: 'json' }
import { catalogueJsonSchema, titlesJsonSchema } from '../src/catalogue/schema.ts'
import { configJsonSchema } from '../src/plan/config-file.ts'
import { teamCatalogueJsonSchema } from '../src/plan/team-catalogue.ts'
import { waiverJsonSchema } from '../src/plan/waiver-file.ts'
import { reportJsonSchema } from '../src/report/schema.ts'
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
    Object.entries(schemas).map(([name, schema]) => [
      name,
      `${JSON.stringify({ $id: `${ADDRESS}${name}`, ...schema }, null, 2)}\n`,
    ]),
  )
}

/** Where an editor fetches them, and by which name a validator knows them. Who publishes puts their name there. */
const ADDRESS = `https://raw.githubusercontent.com/OWNER/migration-precheck-gate/v${packageJson.version.split('.')[0]}/schema/`

if (import.meta.main) {
  for (const [name, text] of Object.entries(schemaFiles())) writeFileSync(new URL(name, SCHEMA_FOLDER), text)
}
