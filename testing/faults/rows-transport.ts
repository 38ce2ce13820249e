import type { FaultRow, Meaning } from './model.ts'

/** Faults of the connection, and answers that are damaged on the way. The service has done its work all the same. */

const silent: Meaning = { kind: 'transient', known: false }
const timesOut: Meaning = { kind: 'transient', known: false, timesOut: true }
const harmless: Meaning = { kind: 'harmless' }
const processed = true
const CUT = /connection was (?:closed without an answer|cut in the middle of the answer)|ECONNRESET/
const LATE = /no complete answer within \d+ s/
/** Nothing has gone wrong that a message could name. */
export const NOTHING = /(?!)/

export const TRANSPORT: readonly FaultRow[] = [
  {
    name: 'connection reset before the answer',
    fault: () => ({ kind: 'reset', when: 'before-answer', processed }),
    means: () => silent,
    says: CUT,
  },
  {
    name: 'connection reset after the headers',
    fault: () => ({ kind: 'reset', when: 'after-headers', processed }),
    means: () => silent,
    says: CUT,
    // To the gate the same as a reset in the middle of the answer.
    brief: () => true,
  },
  {
    name: 'connection reset in the middle of the answer',
    fault: () => ({ kind: 'reset', when: 'mid-body', processed }),
    means: () => silent,
    says: CUT,
  },
  {
    name: 'connection reset after the answer',
    fault: () => ({ kind: 'reset', when: 'after-answer', processed }),
    means: () => harmless,
    says: NOTHING,
    // The connection stays with the client for 20 ms; a request in this time would be another fault.
    lingersMs: 40,
  },
  {
    name: 'no answer',
    fault: () => ({ kind: 'hang', after: 'request', processed }),
    means: () => timesOut,
    says: LATE,
  },
  {
    name: 'headers, then nothing',
    fault: () => ({ kind: 'hang', after: 'headers', processed }),
    means: () => timesOut,
    says: LATE,
  },
  {
    name: 'an answer that never ends, byte by byte',
    fault: () => ({ kind: 'slow', bytesPerTick: 1, tickMs: 60_000, processed }),
    means: () => timesOut,
    says: LATE,
  },
  {
    name: 'an answer in slow pieces',
    fault: () => ({ kind: 'slow', bytesPerTick: 40, tickMs: 1, processed }),
    means: () => harmless,
    says: NOTHING,
  },
  {
    name: 'a late answer',
    fault: () => ({ kind: 'delay', ms: 15, processed }),
    means: () => harmless,
    says: NOTHING,
  },
  {
    name: 'fewer bytes than announced',
    fault: () => ({ kind: 'truncate', missingBytes: 100, processed }),
    means: () => silent,
    says: CUT,
    // To the gate the same as a reset in the middle of the answer.
    brief: () => true,
  },
  {
    name: 'bytes that are not HTTP',
    fault: () => ({ kind: 'bytes', text: 'SSH-2.0-OpenSSH_9.6\r\n', processed }),
    means: () => silent,
    says: /Parse Error/,
  },
  {
    name: 'a body over 16 MiB',
    fault: () => ({ kind: 'oversize', mebibytes: 17, processed }),
    means: () => ({ kind: 'unreadable', known: false }),
    says: /larger than 16 MiB/,
    // Every cell reads many MiB.
    brief: () => true,
  },
]
