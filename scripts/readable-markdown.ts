import { alignedTable } from './tables.ts'

/**
 * Makes the Markdown of a job summary readable in a terminal: a browser would hide the entities, the zero-width
 * spaces and the HTML that keep other people's text harmless there.
 */

/** Columns are padded to this width; a longer cell keeps its text and shifts the rest of its row. */
const WIDEST_PADDING_CHARACTERS = 80

/** Returns the same text as plain Markdown with aligned table columns. */
export function readableMarkdown(markdown: string): string {
  const plain = markdown
    .replace(/<details>\s*<summary>(.*?)<\/summary>/g, '#### $1')
    .replaceAll(/<\/?code>/g, '`')
    .replaceAll(/<\/details>\n?/g, '')
    .replaceAll(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('\u200B', '')
  return alignedTables(plain).replaceAll(/\n{3,}/g, '\n\n')
}

function alignedTables(text: string): string {
  return text.replaceAll(/(?:^\|.*\|\n)+/gm, table => {
    const [head = [], _rule, ...rows] = table.trimEnd().split('\n').map(cellsOf)
    return alignedTable(head, rows, WIDEST_PADDING_CHARACTERS)
  })
}

const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())
