/** Returns a Markdown table whose columns line up. A cell wider than `widest` shifts the rest of its row instead. */
export function alignedTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widest = Number.POSITIVE_INFINITY,
): string {
  const widths = head.map((title, column) => {
    const cells = rows.map(row => (row[column] ?? '').length).filter(width => width <= widest)
    return Math.max(3, title.length, ...cells)
  })
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [head, widths.map(width => '-'.repeat(width)), ...rows].map(row => `${line(row)}\n`).join('')
}

/** Returns a Markdown table without padding: where one cell is a paragraph, columns that line up are mostly blanks. */
export function narrowTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |\n`).join('')
}

/**
 * Returns the page with `text` between `<!-- name: made by … -->`, which is all of `opening`, and `<!-- name: end -->`.
 * Throws when a marker is missing.
 */
export function textBetween(page: string, opening: string, text: string): string {
  const begin = `<!-- ${opening} -->\n`
  const name = opening.split(':')[0]
  const from = page.indexOf(begin)
  const to = page.indexOf(`<!-- ${name}: end -->`)
  if (from === -1 || to < from) throw new Error(`The page has no markers for "${name}"`)
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`
}
