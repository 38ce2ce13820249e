import { assertNever, type Problem } from './model.ts'
import { ownProblem } from './own-problem.ts'
import type { Doubt } from './run-binding.ts'

const ITEMS_NAMED = 5

/** Returns why a task has no result that counts, in words. */
export function problemOfDoubt(doubt: Doubt): Problem {
  switch (doubt.kind) {
    case 'other-task':
      return ownProblem(
        'invalid-response',
        `The service answered with the result of ${doubt.came} where ${doubt.asked} was asked for, which is another task of this gate.`,
        'Run the gate again. If this comes back, read the task on its own with mode query and report both ids to the support of the service.',
      )
    case 'shared-run':
      return ownProblem(
        'invalid-response',
        `The service gave the run id ${doubt.runId} to two tasks of this gate, so its result can be told to belong to neither.`,
        'Run the gate for one of these tasks at a time, and report the id to the support of the service.',
      )
    case 'unreadable':
      return ownProblem(
        'not-verified',
        `The pre-check has ended, but its overall result (${doubt.said}) cannot be read, so it is neither a pass nor a failure.`,
        'Look at the task in the console. If the word is regular there, report it to the maintainers of this action.',
      )
    case 'lost-items':
      return ownProblem(
        'not-verified',
        `The finished result lacks ${listed(doubt.items)}, which an earlier answer of the same run had reported, so it is not whole.`,
        'Look at these items in the console, then run the gate again.',
      )
    case 'start-lost':
      return ownProblem(
        'not-verified',
        'A finished result is there, but nothing shows that it is of the run that was to be started: it may be an earlier one.',
        'Run the gate again; when the service answers the start, the new result can be told from the old one.',
      )
    default:
      return assertNever(doubt)
  }
}

function listed(items: readonly string[]): string {
  const rest = items.length - ITEMS_NAMED
  const named = items.slice(0, ITEMS_NAMED).join(', ')
  return `${items.length === 1 ? 'the item' : 'the items'} ${named}${rest > 0 ? ` and ${rest} more` : ''}`
}
