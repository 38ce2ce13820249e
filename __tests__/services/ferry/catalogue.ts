import type { CatalogueData } from '../../../src/catalogue/files.ts'
import data from './catalogue.json' with { type: 'json' }

export const catalogue: CatalogueData = data
