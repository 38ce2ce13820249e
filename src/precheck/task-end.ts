import type { Caveat, Freshness, Problem, Task, TaskResult } from './model.ts'
import type { Picture } from './service.ts'

/** How a task has ended. */
export type End =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'result'; readonly freshness: Freshness; readonly caveats: readonly Caveat[] }

/** Returns the result of a task of which `picture` was seen last. */
export function resultOf(task: Task, picture: Picture, end: End): TaskResult {
  const isResult = end.kind === 'result'
  return {
    ...picture,
    task,
    problem: isResult ? null : end.problem,
    freshness: isResult ? end.freshness : null,
    caveats: isResult ? end.caveats : [],
  }
}
