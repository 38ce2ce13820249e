import { told } from '../../../src/precheck/sentence.ts'
import type { ServiceDefinition } from '../../../src/services/definition.ts'
import { FERRY_ERRORS } from './errors.ts'
import { FERRY } from './ticket.ts'

/** Where the ferry is asked in each region. */
const HOSTS: Readonly<Record<string, string>> = { north: 'https://ferry.north.example' }

const NO_IDS = told('missing; give what to send across', '缺少；请填写要送过河的内容')
const NO_REGION = told('missing; give region (north) or endpoint', '缺少；请填写 region（north）或 endpoint')

/** A service that lives in this folder alone: all that a folder under src/services/ has to hold. */
export const ferry: ServiceDefinition = {
  name: 'ferry',
  credential: FERRY,
  errors: FERRY_ERRORS,
  catalogue: async () => (await import('./catalogue.ts')).catalogue,
  uses: () => ['job-ids', 'mode', 'region', 'endpoint'],
  settleSeconds: () => null,
  plan({ mode, tasks, region, endpoint: given }, { problem }) {
    const host = HOSTS[region ?? '']
    const endpoint = given ?? (host === undefined ? null : new URL(host))
    if (tasks.length === 0) problem({ field: 'job-ids', isMissing: true, wrong: NO_IDS })
    if (endpoint === null) problem({ field: 'region', isMissing: true, wrong: NO_REGION })
    if (endpoint === null) return null
    return {
      ...{ endpoint, tasks },
      connect: async ports => new (await import('./ferry.ts')).FerryService(endpoint, mode, ports),
    }
  },
}
