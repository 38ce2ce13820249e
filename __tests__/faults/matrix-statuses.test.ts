import { describe } from 'vitest'
import { STATUS_ROWS } from '../../testing/faults/rows-statuses.ts'
import { SERVICES } from '../../testing/faults/targets.ts'
import { itComesOut } from './holds.ts'

describe.each(SERVICES)('%s, when the answer is an error:', service => itComesOut(STATUS_ROWS, service))
