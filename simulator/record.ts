import { z } from 'zod'
import { OPERATIONS, type Operation } from './operations.ts'

/** One request as it came in and what became of it. */
export interface RecordedRequest {
  readonly operation: Operation
  readonly method: string
  /** Path and query as sent. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The simulator's clock, milliseconds since 1970. */
  readonly at: number
  /** Requests with the same number came over the same connection. */
  readonly connection: number
  /** Null until it is answered, and for ever when the connection was cut without a status. */
  readonly status: number | null
  /** The kind of fault that was played, if any. */
  readonly fault: string | null
}

export type Tally = Readonly<Record<Operation, number>>

export interface Recorder {
  readonly requests: readonly RecordedRequest[]
  readonly counts: Tally
  readonly maxConcurrency: Tally
  /** Notes a request that has come in whole. */
  begin(request: Omit<RecordedRequest, 'status'>): {
    answered(status: number): void
    /** To be called once, when the connection is done with it. */
    ended(): void
  }
}

/** Keeps every request of a simulator's life; the array and the tallies are live. */
export function createRecorder(): Recorder {
  const requests: RecordedRequest[] = []
  const counts = emptyTally()
  const underWay = emptyTally()
  const maxConcurrency = emptyTally()
  return {
    requests,
    counts,
    maxConcurrency,
    begin: request => {
      const entry: { -readonly [K in keyof RecordedRequest]: RecordedRequest[K] } = {
        ...request,
        status: null,
      }
      const { operation } = request
      requests.push(entry)
      counts[operation] += 1
      underWay[operation] += 1
      maxConcurrency[operation] = Math.max(maxConcurrency[operation], underWay[operation])
      return {
        answered: status => {
          entry.status = status
        },
        ended: () => {
          underWay[operation] -= 1
        },
      }
    },
  }
}

const tallySchema = z.record(z.enum(OPERATIONS), z.number())

function emptyTally(): Record<Operation, number> {
  return tallySchema.parse(Object.fromEntries(OPERATIONS.map(operation => [operation, 0])))
}
