/**
 * `report.json` piece by piece: of a large report the whole text would take as much memory again as all that it is made
 * of. Each check item is a line of its own: with a line for each of its fields most of a large file would be blanks.
 */

const STEP = '  '
/** Down to a check item: report, targets, target, tasks, task, items. */
const LEVELS_IN_LINES = 6

/** Yields a text of JSON for a value that is JSON, a line for each part of it down to so many levels. */
export function* jsonTexts(value: unknown, levels = LEVELS_IN_LINES, indent = ''): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    yield JSON.stringify(value)
    return
  }
  const isArray = Array.isArray(value)
  const inner = indent + STEP
  let before = isArray ? '[' : '{'
  for (const [key, part] of Object.entries(value)) {
    yield `${before}\n${inner}${isArray ? '' : `${JSON.stringify(key)}: `}`
    yield* jsonTexts(part, levels - 1, inner)
    before = ','
  }
  yield `\n${indent}${isArray ? ']' : '}'}`
}
