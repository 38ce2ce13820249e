import { describe } from 'vitest'
import { TRANSPORT } from '../../testing/faults/rows-transport.ts'
import { SERVICES } from '../../testing/faults/targets.ts'
import { itComesOut } from './holds.ts'

describe.each(SERVICES)('%s, when the connection fails:', service => itComesOut(TRANSPORT, service))
