import { readFileSync, writeFileSync } from 'node:fs'
import { type ActionMetadata, readAction } from './action-metadata.ts'

/** Writes the tables of inputs and outputs in the README from `action.yml`: `npm run docs`. */

const README = new URL('../README.md', import.meta.url)

/** Returns the README with both tables as `action` has them. Throws when a marker is missing. */
export function withTables(readme: string, action: ActionMetadata): string {
  return replaced(replaced(readme, 'inputs', inputTables(action)), 'outputs', outputTable(action))
}

function replaced(readme: string, name: string, text: string): string {
  const begin = `<!-- ${name}: made by npm run docs -->\n`
  const end = `<!-- ${name}: end -->`
  const from = readme.indexOf(begin)
  const to = readme.indexOf(end)
  if (from === -1 || to < from) throw new Error(`README.md has no markers for the ${name}`)
  return `${readme.slice(0, from + begin.length)}\n${text}\n${readme.slice(to)}`
}

function inputTables({ inputs, inputGroups }: ActionMetadata): string {
  const lines = Object.entries(inputs).flatMap(([name, input], index) => {
    const group = inputGroups.get(name)
    const row = `| \`${name}\` | ${input.default ? `\`${input.default}\`` : ''} | ${cell(input.description)} |`
    const head = ['| input | default | meaning |', '| --- | --- | --- |']
    const heading = group === undefined ? [] : [...(index === 0 ? [] : ['']), `### ${group}`, '']
    return group === undefined && index > 0 ? [row] : [...heading, ...head, row]
  })
  return `${lines.join('\n')}\n`
}

function outputTable({ outputs }: ActionMetadata): string {
  const rows = Object.entries(outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  )
  return ['| output | meaning |', '| --- | --- |', ...rows, ''].join('\n')
}

const cell = (text: string) => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')

if (import.meta.main) writeFileSync(README, withTables(readFileSync(README, 'utf8'), readAction()))
