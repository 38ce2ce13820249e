import { describe } from 'vitest'
import { itComesOut } from './holds.ts'
import { STATUS_ROWS } from './rows-statuses.ts'
import { SERVICES } from './targets.ts'

describe.each(SERVICES)('%s, when the answer is an error:', service => itComesOut(STATUS_ROWS, service))
