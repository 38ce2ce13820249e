import { existsSync, readFileSync } from 'node:fs'
import { catalogueFileSchema, titlesFileSchema } from '../src/catalogue/schema.ts'
import { SERVICES } from '../src/services/registry.ts'

/** The data files of each service that has any, as they stand in its folder, and the checks that it knows by title only. */
export const CATALOGUE_FILES = SERVICES.flatMap(({ name }) => {
  const read = (file: string): unknown => {
    const place = new URL(`../src/services/${name}/${file}`, import.meta.url)
    return existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : null
  }
  const [data, titles] = [read('catalogue.json'), read('catalogue-titles.json')]
  if (data === null) return []
  const titled = titles === null ? [] : titlesFileSchema.parse(titles).checks
  return [{ name, data, file: catalogueFileSchema.parse(data), titled }]
})
