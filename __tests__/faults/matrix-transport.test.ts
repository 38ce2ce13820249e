import { describe } from 'vitest'
import { itComesOut } from './holds.ts'
import { TRANSPORT } from './rows-transport.ts'
import { SERVICES } from './targets.ts'

describe.each(SERVICES)('%s, when the connection fails:', service => itComesOut(TRANSPORT, service))
