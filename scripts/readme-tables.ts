import { readFileSync, writeFileSync } from 'node:fs'
import { type ActionMetadata, MERGE_FILE, readAction } from './action-metadata.ts'
import { alignedTable, narrowTable, textBetween } from './tables.ts'

/** Writes the tables of inputs and outputs in the README and in docs/merge.md from the two `action.yml`: `npm run docs`. */

const README = new URL('../README.md', import.meta.url)
const MERGE_PAGE = new URL('../docs/merge.md', import.meta.url)

/** How a page lays out its tables: the README has to stay short, the others are formatted with all Markdown. */
type Table = typeof narrowTable

/** Returns a page with both tables as `action` has them. Throws when a marker is missing. */
export function withTables(page: string, action: ActionMetadata, table: Table = narrowTable): string {
  const withInputs = textBetween(page, 'inputs: made by npm run docs', inputTables(action, table))
  return textBetween(withInputs, 'outputs: made by npm run docs', outputTable(action, table))
}

function inputTables({ inputs, inputGroups }: ActionMetadata, table: Table): string {
  const rows = Object.entries(inputs).map(([name, input]) => ({
    name,
    cells: [code(name), input.default ? code(input.default) : '', cell(input.description)],
  }))
  const begins = rows.flatMap(({ name }, index) => (inputGroups.has(name) ? [index] : []))
  return begins
    .map((begin, group) => {
      const part = rows.slice(begin, begins[group + 1])
      const heading = inputGroups.get(part[0]?.name ?? '')
      const cells = part.map(one => one.cells)
      return `### ${heading}\n\n${table(['input', 'default', 'meaning'], cells)}`
    })
    .join('\n')
}

function outputTable({ outputs }: ActionMetadata, table: Table): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => [code(name), cell(description)])
  return table(['output', 'meaning'], rows)
}

const code = (text: string) => `\`${text}\``
const cell = (text: string) => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')

if (import.meta.main) {
  writeFileSync(README, withTables(readFileSync(README, 'utf8'), readAction()))
  writeFileSync(
    MERGE_PAGE,
    withTables(readFileSync(MERGE_PAGE, 'utf8'), readAction(MERGE_FILE), alignedTable),
  )
}
