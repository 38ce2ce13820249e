import type { Problem, Told } from './model.ts'
import { type Sentence, said } from './sentence.ts'

/** Returns a problem that no answer of a service stands behind. */
export function ownProblem(reason: Problem['reason'], message: Sentence, advice: Sentence | null): Problem {
  return worded({ reason, code: null, httpStatus: null, requestId: null }, { message, advice })
}

/** Returns a problem in these words. */
export function worded(facts: Omit<Problem, 'message' | 'advice' | 'told'>, told: Told): Problem {
  const { message, advice } = told
  const english = { message: said(message, 'en-us'), advice: advice && said(advice, 'en-us') }
  const isForeign = typeof message !== 'string' || (advice !== null && typeof advice !== 'string')
  return { ...facts, ...english, ...(isForeign ? { told } : {}) }
}

/** Returns the words of a problem in every language that it is told in. */
export function wordsOf({ message, advice, told }: Problem): Told {
  return told ?? { message, advice }
}
