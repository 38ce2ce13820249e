import { ddm } from './ddm/definition.ts'
import type { ServiceDefinition } from './definition.ts'
import { drs } from './drs/definition.ts'
import { oms } from './oms/definition.ts'

/** Every service the gate can check. */
export const SERVICES: readonly ServiceDefinition[] = [drs, ddm, oms]
