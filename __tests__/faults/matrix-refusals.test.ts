import { describe } from 'vitest'
import { REDIRECTS_AND_CODES, THROTTLING } from '../../testing/faults/rows-refusals.ts'
import { SERVICES } from '../../testing/faults/targets.ts'
import { itComesOut } from './holds.ts'

describe.each(SERVICES)('%s, when it is throttled, redirected or turned down:', service =>
  itComesOut([...THROTTLING, ...REDIRECTS_AND_CODES], service),
)
