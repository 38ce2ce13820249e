import type { ServiceDefinition } from './definition.ts'
import { drs } from './drs/definition.ts'

/** Every service the gate can check. */
export const SERVICES: readonly ServiceDefinition[] = [drs]
