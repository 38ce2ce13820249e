/**
 * What the oracle knows of a run: what was asked, and what was sent and answered when. Nothing in this folder imports
 * anything from outside it: the oracle is a second reading of the contract, not a copy of the code.
 * Times are milliseconds since the beginning of the step.
 */

export interface Exchange {
  readonly sentAt: number
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly body: string
  readonly end: End
}

export type End =
  | {
      readonly kind: 'answer'
      readonly at: number
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  /** No whole answer; `sent` says whether the service can have seen the request. */
  | { readonly kind: 'broken'; readonly at: number; readonly sent: boolean }
  /** The gate itself gave up waiting: the step had ended. */
  | { readonly kind: 'cut-off'; readonly at: number }

export type ServiceName = 'drs' | 'ddm' | 'oms'

export interface AskedTask {
  /** As the report names it. */
  readonly id: string
  /** What the requests for it carry: a DRS task id, an OMS project or pre-check id, a DDM job id; empty where the service gives it. */
  readonly key: string
}

export interface AskedTarget {
  readonly name: string
  readonly service: ServiceName
  readonly mode: 'run' | 'query'
  readonly settleMs: number
  /** The path that the target's requests begin with. */
  readonly below: string
  readonly tasks: readonly AskedTask[]
}

export interface AskedWaiver {
  readonly item: string
  readonly status: 'warning' | 'failed' | 'any'
  readonly failedReason: string | null
  readonly service: string | null
  readonly task: string | null
  readonly expires: string
}

export interface Asked {
  readonly targets: readonly AskedTarget[]
  readonly failOn: 'failed' | 'warning' | 'never'
  readonly waivers: readonly AskedWaiver[]
  readonly today: string
  readonly deadlineAt: number
  /** When a signal came; null when none did. */
  readonly cancelledAt: number | null
}
