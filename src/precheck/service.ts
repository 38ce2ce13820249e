import type { Assumption, CheckItem, Overall, Problem, Task } from './model.ts'

/**
 * The port to a service that runs pre-checks; one instance per target. How often to ask is the poller's business, what
 * an answer says the service's, whether a result counts the binding's (`run-binding.ts`), whether it is good enough the
 * judge's.
 */
export interface PrecheckService {
  /** Most tasks that one `start` or `read` takes. */
  readonly batchSize: number
  /** Sends the start of up to `batchSize` tasks once; with `mode: query` it only says what to read. Never rejects for a service's fault. */
  start(tasks: readonly Task[]): Promise<readonly Started[]>
  /** Reads up to `batchSize` tasks once. Never rejects for a service's fault. */
  read(tasks: readonly Task[]): Promise<readonly Reading[]>
}

/** What became of one try to start a task. */
export type Started =
  /** The service said that it started this task. */
  | {
      readonly kind: 'started'
      readonly task: Task
      readonly precheckId: string | null
      /** The run got an id of its own, and every read asks for that id: its answers are of this run. */
      readonly boundById: boolean
      /** What the answer to the start already showed. */
      readonly picture?: Picture
    }
  /** The answer was lost or says nothing of the task, which can be read all the same: a run may be going. */
  | {
      readonly kind: 'unconfirmed'
      readonly task: Task
      readonly precheckId: string | null
      readonly problem: Problem
    }
  /** Nothing was started, and the same start may be sent again. */
  | NotStarted
  | { readonly kind: 'ended'; readonly task: Task; readonly problem: Problem }

export interface NotStarted {
  readonly kind: 'not-started'
  readonly task: Task
  readonly problem: Problem
  /** `refused`: as too frequent, or as one of two at a time. `unreached`: the service never saw it, or throttled it. */
  readonly why: 'refused' | 'unreached'
  readonly throttled: boolean
  /** On `Clock.now`, when the service named a time. */
  readonly retryAt: number | null
}

/** What a result looks like at one moment. */
export interface Picture {
  readonly precheckId: string | null
  readonly progress: number | null
  readonly overall: Overall
  readonly items: readonly CheckItem[]
}

/** What one read said of one task. */
export type Reading =
  | { readonly kind: 'answer'; readonly task: Task; readonly facts: RunFacts }
  /** An understood answer that does not mention the task. */
  | { readonly kind: 'missing'; readonly task: Task }
  /** No understandable answer this time; the next may be better. */
  | {
      readonly kind: 'unread'
      readonly task: Task
      readonly problem: Problem
      readonly beside: Beside | null
      /** The service said that there is no result yet: a failed read that shows that no new run is there. */
      readonly isEmpty: boolean
      /** On `Clock.now`, when the service named a time. */
      readonly retryAt: number | null
      readonly throttled: boolean
    }
  | {
      readonly kind: 'ended'
      readonly task: Task
      readonly problem: Problem
      readonly beside: Beside | null
    }

/** What stood beside an error: it proves nothing, but where it is of the run that counts its items are reported. */
export interface Beside {
  readonly picture: Picture
  readonly isFirst: boolean
}

/** What an answer says of a run, from which the binding decides whether its result counts. */
export interface RunFacts {
  readonly picture: Picture
  /** By the service's own marks the run has ended. */
  readonly finished: boolean
  readonly identity: Identity
  /**
   * What an answer proves about its run.
   * - `new-run`: it cannot come from a run before the start.
   * - `first-result`: nothing was there before, so it is new if the start is confirmed.
   * - `none`: an earlier run could have answered the same, or nothing has to be proved.
   */
  readonly evidence: 'new-run' | 'first-result' | 'none'
  /** An overall verdict that is there but cannot be read, quoted for the message; null when there is none. */
  readonly unreadable: string | null
  /** How long a finished result has to stand as it is before it counts; null where its run says that it is whole. */
  readonly standing: Standing | null
}

/** Whose run an answer is about, by the ids in it. */
export type Identity =
  /** The asked-for id, or none at all. */
  | { readonly kind: 'own' }
  /** An id of another task of this gate stands in place of the asked-for one. */
  | { readonly kind: 'other-task'; readonly asked: string; readonly came: string }
  /** An id that nobody here knows. */
  | { readonly kind: 'strange'; readonly asked: string; readonly came: string }
  /** The id of a run that is known to be an earlier one. */
  | { readonly kind: 'earlier-run' }

export interface Standing {
  /** `old`: the result may be an earlier run's, so it stands only where evidence is missing. `partial`: more may come. */
  readonly against: 'old' | 'partial'
  /** A text that two answers share exactly when nothing that matters has changed between them. */
  readonly content: string
  readonly forMs: number
  /** From here on, on `Clock.now`, a shorter time does, lest the wait cost the verdict. */
  readonly cutShort: { readonly from: number; readonly forMs: number } | null
  /** Reads that have to show it, however short the time is. */
  readonly reads: number
  /** Why a result that has stood for so long is still only assumed to be the whole new one; null when it is not. */
  readonly assumption: Assumption | null
}
