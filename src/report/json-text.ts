/**
 * `report.json` piece by piece: of a large report the whole text would take as much memory again as all that it is made
 * of. Each check item is a line of its own: with a line for each of its fields most of a large file would be blanks.
 */

const STEP = '  '
/** Down to a check item: report, targets, target, tasks, task, items. */
const LEVELS_IN_LINES = 6

/** Every piece goes up through the generators of all levels, so that a piece for each check item takes longer. */
const CHARACTERS_A_PIECE = 16 * 1024

/** Yields a text of JSON for a value that is JSON, a line for each part of it down to so many levels. */
export function* jsonTexts(value: unknown, levels = LEVELS_IN_LINES, indent = ''): Generator<string> {
  if (!hasLines(value, levels)) {
    yield JSON.stringify(value)
    return
  }
  const isArray = Array.isArray(value)
  const inner = indent + STEP
  let text = isArray ? '[' : '{'
  let before = `\n${inner}`
  for (const key of Object.keys(value)) {
    const part = value[key]
    text += isArray ? before : `${before}${JSON.stringify(key)}: `
    before = `,\n${inner}`
    if (hasLines(part, levels - 1)) {
      yield text
      text = ''
      yield* jsonTexts(part, levels - 1, inner)
    } else text += JSON.stringify(part)
    if (text.length < CHARACTERS_A_PIECE) continue
    yield text
    text = ''
  }
  yield `${text}\n${indent}${isArray ? ']' : '}'}`
}

function hasLines(value: unknown, levels: number): value is Readonly<Record<string, unknown>> {
  return levels > 0 && typeof value === 'object' && value !== null && Object.keys(value).length > 0
}
