import type { FaultCase, MutationCase, Stage, TargetCase } from './case.ts'
import { mutate } from './mutate.ts'
import type { AskedTarget } from './oracle/exchange.ts'

/** One target's service in memory: what it shows now, and what goes wrong. */

export interface Asking {
  readonly action: 'start' | 'result'
  readonly body: string
  readonly now: number
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'broken'; readonly sent: boolean }
  | { readonly kind: 'hang' }

/** What a service does with a request that reaches it; the answer is its JSON. */
export type Behaviour = (asking: Asking) => { readonly status: number; readonly json: unknown }

/** Returns a service with its troubles: each request counts once for the windows of its kind. */
export function withTroubles(
  { faults, mutations }: TargetCase,
  behaviour: Behaviour,
): (asking: Asking) => Reply {
  const seen = { start: 0, result: 0 }
  return asking => {
    const nth = seen[asking.action]
    seen[asking.action] += 1
    const holds = ({ on, from, count }: FaultCase | MutationCase) =>
      on === asking.action && nth >= from && nth < from + count
    const trouble = faults.find(holds)
    if (trouble !== undefined) {
      if (trouble.processed) behaviour(asking)
      return replyOf(trouble)
    }
    const { status, json } = behaviour(asking)
    const harmed: unknown = JSON.parse(JSON.stringify({ json }))
    for (const { part, change } of mutations.filter(holds)) mutate(harmed, part + 1, change)
    const body = JSON.stringify(Object.values(harmed ?? {})[0]) ?? ''
    return { kind: 'answer', answer: { status, headers: { 'content-type': 'application/json' }, body } }
  }
}

function replyOf({ fault }: FaultCase): Reply {
  switch (fault.kind) {
    case 'hang':
      return { kind: 'hang' }
    case 'broken':
      return { kind: 'broken', sent: fault.sent }
    case 'body':
      return { kind: 'answer', answer: { status: 200, headers: {}, body: fault.text } }
    case 'redirect':
      return {
        kind: 'answer',
        answer: { status: 302, headers: { location: 'https://login.example/' }, body: '' },
      }
    case 'error': {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
      return { kind: 'answer', answer: { status: fault.status, headers, body: errorBody(fault) } }
    }
  }
}

function errorBody({ format, code, status }: Extract<FaultCase['fault'], { kind: 'error' }>): string {
  const named = code ?? ''
  switch (format) {
    case 'gateway':
      return JSON.stringify({ error_code: named, error_msg: 'The gateway says no.', request_id: 'r-1' })
    case 'appendix':
      return JSON.stringify({ errCode: named, externalMessage: 'The service says no.' })
    case 'iam':
      return JSON.stringify({ error: { code: named, message: 'The identity service says no.', title: 'No' } })
    case 'html':
      return `<html><head><title>${status}</title></head><body>No</body></html>`
    case 'oms':
      return JSON.stringify({
        success: false,
        code: named,
        message: 'OMS says no.',
        requestId: 'r-2',
        data: null,
      })
  }
}

/** The stage that holds so long after the start; null before the first. */
export function stageAt<T>(stages: readonly Stage<T>[], elapsedMs: number): T | null {
  let from = 0
  let now: T | null = null
  for (const { afterMs, shows } of stages) {
    from += afterMs
    if (from > elapsedMs) break
    now = shows
  }
  return now
}

export const ids = (target: AskedTarget) => target.tasks.map(task => task.key)
