import type { CheckItem, Freshness, Overall, Problem, Task } from './model.ts'

/**
 * The port to a service that runs pre-checks; one instance per target. How often to read is the poller's
 * business, what an answer means the service's, whether it is good enough the judge's.
 */
export interface PrecheckService {
  /** Most tasks that one `start` or `read` takes. */
  readonly batchSize: number
  /** Begins the pre-check of up to `batchSize` tasks; with `mode: query` it only says what to read. Never rejects for a service's fault. */
  start(tasks: readonly Task[]): Promise<readonly Started[]>
  /** Reads up to `batchSize` tasks once. Never rejects for a service's fault. */
  read(tasks: readonly Task[]): Promise<readonly Reading[]>
}

/** What became of a task's start: it can be read from now on, it is made again later, or it has ended already. */
export type Started =
  | {
      readonly kind: 'started'
      readonly task: Task
      readonly precheckId: string | null
      /** What the answer to the start already showed; kept should the step end before the first read. */
      readonly picture?: Picture
    }
  /** Nothing can have been started so far. `next` waits for the next try, at `nextTryAt` on `Clock.now`, and makes it. */
  | {
      readonly kind: 'starting'
      readonly task: Task
      readonly problem: Problem
      readonly throttled: boolean
      readonly nextTryAt: number
      readonly next: () => Promise<Started>
    }
  | { readonly kind: 'ended'; readonly task: Task; readonly problem: Problem }

/** What a result looks like at one moment. Items are only those of the run that counts. */
export interface Picture {
  readonly precheckId: string | null
  readonly progress: number | null
  readonly overall: Overall
  readonly items: readonly CheckItem[]
}

export type ReadingState =
  /** `settling`: the result looks finished, and the service waits to see whether it stays so. */
  | { readonly kind: 'running'; readonly settling: boolean }
  | { readonly kind: 'finished'; readonly freshness: Freshness }
  /** No understandable answer this time; the next may be better. `retryAt` on `Clock.now`, when the service named a time. */
  | {
      readonly kind: 'unread'
      readonly problem: Problem
      readonly retryAt: number | null
      readonly throttled: boolean
    }
  | { readonly kind: 'ended'; readonly problem: Problem }

export interface Reading {
  readonly task: Task
  /** null: nothing new is known, the earlier picture stands. */
  readonly picture: Picture | null
  readonly state: ReadingState
}
