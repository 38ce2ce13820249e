import { readFileSync, writeFileSync } from 'node:fs'
import { type ActionMetadata, readAction } from './action-metadata.ts'
import { narrowTable, textBetween } from './tables.ts'

/** Writes the tables of inputs and outputs in the README from `action.yml`: `npm run docs`. */

const README = new URL('../README.md', import.meta.url)

/** Returns the README with both tables as `action` has them. Throws when a marker is missing. */
export function withTables(readme: string, action: ActionMetadata): string {
  const withInputs = textBetween(readme, 'inputs: made by npm run docs', inputTables(action))
  return textBetween(withInputs, 'outputs: made by npm run docs', outputTable(action))
}

function inputTables({ inputs, inputGroups }: ActionMetadata): string {
  const rows = Object.entries(inputs).map(([name, input]) => ({
    name,
    cells: [code(name), input.default ? code(input.default) : '', cell(input.description)],
  }))
  const begins = rows.flatMap(({ name }, index) => (inputGroups.has(name) ? [index] : []))
  return begins
    .map((begin, group) => {
      const part = rows.slice(begin, begins[group + 1])
      const heading = inputGroups.get(part[0]?.name ?? '')
      return `### ${heading}\n\n${narrowTable(
        ['input', 'default', 'meaning'],
        part.map(({ cells }) => cells),
      )}`
    })
    .join('\n')
}

function outputTable({ outputs }: ActionMetadata): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => [code(name), cell(description)])
  return narrowTable(['output', 'meaning'], rows)
}

const code = (text: string) => `\`${text}\``
const cell = (text: string) => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')

if (import.meta.main) writeFileSync(README, withTables(readFileSync(README, 'utf8'), readAction()))
