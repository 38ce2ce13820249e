/** `report.json` piece by piece: of a large report the whole text would take as much memory again as all that it is made of. */

const STEP = '  '
/** Down to a task: report, targets, target, tasks. What lies below is small enough to be one piece. */
const LEVELS_IN_PIECES = 4

/** Yields the text that `JSON.stringify(value, null, 2)` returns, for a value that is JSON. */
export function* jsonTexts(value: unknown, levels = LEVELS_IN_PIECES, indent = ''): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    // A text in it never holds a line break: they are escaped.
    yield JSON.stringify(value, null, STEP).replaceAll('\n', `\n${indent}`)
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
