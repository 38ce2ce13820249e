import { describe } from 'vitest'
import { BODIES } from '../../testing/faults/rows-bodies.ts'
import { SERVICES } from '../../testing/faults/targets.ts'
import { itComesOut } from './holds.ts'

describe.each(SERVICES)('%s, when an answer is not what was promised:', service =>
  itComesOut(BODIES, service),
)
