import type { Problem } from '../../src/precheck/model.ts'

/** Returns a problem as an English reader sees it. */
export function inEnglish<T extends Problem | null | undefined>(problem: T) {
  const advice = problem?.advice?.in('en-us') ?? null
  return problem && { ...problem, message: problem.message.in('en-us'), advice }
}
