import type { Problem } from './model.ts'

/** Returns a problem that no answer of a service stands behind. */
export function ownProblem(reason: Problem['reason'], message: string, advice: Problem['advice']): Problem {
  return { reason, code: null, message, httpStatus: null, requestId: null, advice }
}
