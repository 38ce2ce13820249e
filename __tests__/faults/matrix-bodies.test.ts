import { describe } from 'vitest'
import { itComesOut } from './holds.ts'
import { BODIES } from './rows-bodies.ts'
import { SERVICES } from './targets.ts'

describe.each(SERVICES)('%s, when an answer is not what was promised:', service =>
  itComesOut(BODIES, service),
)
