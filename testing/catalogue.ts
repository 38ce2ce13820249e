import { type Catalogue, loadCatalogue } from '../src/catalogue/catalogue.ts'
import type { Language } from '../src/precheck/sentence.ts'
import { SERVICES } from '../src/services/registry.ts'

const load = (language: Language) =>
  loadCatalogue(
    SERVICES,
    SERVICES.map(({ name }) => ({ service: name })),
    { language, redact: text => text },
  )
const loaded = { 'en-us': await load('en-us'), 'zh-cn': await load('zh-cn') }

/** The catalogue of all services, loaded. */
export const catalogueIn = (language: Language): Catalogue => loaded[language]
