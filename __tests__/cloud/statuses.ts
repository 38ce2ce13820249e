import type { FaultKind } from '../../src/cloud/fault.ts'

/** What a refusal is called depends on what was asked for. */
const REFUSED = { start: 'start-refused', read: 'service-error' } as const
export const OPERATIONS = ['start', 'read'] as const
export type Kind = FaultKind | 'refused'

/** What each status means where no code says more. */
export const STATUSES: readonly (readonly [status: number, kind: Kind])[] = [
  [200, 'refused'],
  [202, 'refused'],
  [301, 'refused'],
  [302, 'refused'],
  [307, 'refused'],
  [400, 'refused'],
  [401, 'authentication-failed'],
  [402, 'refused'],
  [403, 'permission-denied'],
  [404, 'not-found'],
  [405, 'refused'],
  [408, 'transient'],
  [409, 'refused'],
  [413, 'refused'],
  [422, 'refused'],
  [429, 'transient'],
  [499, 'refused'],
  [500, 'transient'],
  [501, 'transient'],
  [502, 'transient'],
  [503, 'transient'],
  [504, 'transient'],
  [599, 'transient'],
]

export const expected = (kind: Kind, operation: 'start' | 'read'): FaultKind =>
  kind === 'refused' ? REFUSED[operation] : kind
