import type { CatalogueData } from '../../catalogue/files.ts'
import data from './catalogue.json' with { type: 'json' }

/** What is known of the checks of DDM; a module of its own, so that it is loaded only where a report has something to say of them. */
export const catalogue: CatalogueData = data
