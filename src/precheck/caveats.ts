import { type Assumption, assertNever, type Caveat, type Task } from './model.ts'

/** Returns a caveat in words, for a warning. */
export function caveatText({ id }: Task, caveat: Caveat): string {
  switch (caveat.kind) {
    case 'assumed':
      return `The result of task ${id} is assumed to be ${ASSUMED[caveat.because]}.`
    case 'strange-id':
      return `The result of task ${id} came under the id ${caveat.came}, although ${caveat.asked} was asked for, so it may be another run's.`
    case 'got-better':
      return `The item ${caveat.item} of task ${id} was ${caveat.from} earlier in this run and ended as ${caveat.to}; the last word counts.`
    default:
      return assertNever(caveat)
  }
}

const ASSUMED: Readonly<Record<Assumption, string>> = {
  'no-run-id':
    'new: the service gives results no time and no run id, and this one has stood unchanged since the start',
  'no-news':
    'whole: it names no item beyond those of the start answer, the service gives no mark of the end, and it has stood unchanged for long',
  'no-start-list':
    'whole: the answer to the start held no list of items to compare it with, the service gives no mark of the end, and it has stood unchanged for long',
}
