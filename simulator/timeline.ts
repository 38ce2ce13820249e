/** A state that holds from `at` milliseconds after the beginning until the next one. */
export interface Stage {
  readonly at: number
}

/** The stage that holds at the given time, null before the first one. Stages are in order of `at`. */
export function stageAt<S extends Stage>(stages: readonly S[], elapsedMs: number): S | null {
  return stages.findLast(stage => stage.at <= elapsedMs) ?? null
}

/** The answer for the nth try, counted from 0; the last one holds for all later tries. */
export function nthOrLast<A>(answers: readonly A[], index: number): A {
  const answer = answers[Math.min(index, answers.length - 1)]
  if (answer === undefined) throw new Error('A list of answers must not be empty')
  return answer
}
