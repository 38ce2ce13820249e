import { describe } from 'vitest'
import { itComesOut } from './holds.ts'
import { REDIRECTS_AND_CODES, THROTTLING } from './rows-refusals.ts'
import { SERVICES } from './targets.ts'

describe.each(SERVICES)('%s, when it is throttled, redirected or turned down:', service =>
  itComesOut([...THROTTLING, ...REDIRECTS_AND_CODES], service),
)
