/** Tables for people: Markdown that reads well as it is. */

export type Cell = string | number
export type Row = readonly Cell[]

/** Returns a Markdown table with columns of even width, numbers to the right. */
export function table(head: readonly string[], rows: readonly Row[]): string {
  const texts = rows.map(row => row.map(String))
  const widths = head.map((name, column) =>
    Math.max(name.length, 3, ...texts.map(row => row[column]?.length ?? 0)),
  )
  const isNumber = head.map((_name, column) => rows.every(row => typeof row[column] === 'number'))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => padded(cell, widths[column] ?? 0, isNumber[column] ?? false)).join(' | ')} |`
  const rule = widths.map((width, column) =>
    isNumber[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  )
  return [line(head), line(rule), ...texts.map(line)].join('\n')
}

function padded(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width)
}
