/** What stands behind the name of an item, where several of a task have one: `name`, `name#2`, `name#3`, … */

/** Behind the name of an item that contradicts a later answer, beside which it is kept. */
export const START_MARK = '#start'

const NUMBER = /#\d+$/
const NUMBER_OR_MARK = /#(?:\d+|start)$/

/** Returns the n-th of equal names. */
export function withNumber(name: string, n: number): string {
  return n === 1 ? name : `${name}#${n}`
}

/** Returns the name that waivers go by. */
export function withoutNumber(id: string): string {
  return id.replace(NUMBER, '')
}

/** Returns the name that an item and what contradicts it share. */
export function withoutMark(id: string): string {
  return id.replace(NUMBER_OR_MARK, '')
}
