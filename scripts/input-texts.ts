import { readFileSync, writeFileSync } from 'node:fs'
import { type ActionMetadata, MERGE_FILE, readAction } from './action-metadata.ts'

/** Writes what `action.yml` says of the inputs to where `precheck-gate --help` takes it from: `npm run docs`. */

export const INPUT_TEXTS = new URL('../src/command/input-texts.generated.json', import.meta.url)
const PACKAGE = new URL('../package.json', import.meta.url)

/** Returns the text of that file. */
export function inputTexts(gate: ActionMetadata, merge: ActionMetadata): string {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8'))
  return `${JSON.stringify({ version, ...textsOf(gate), merge: textsOf(merge) }, null, 2)}\n`
}

function textsOf({ inputs, inputGroups }: ActionMetadata) {
  const names = Object.keys(inputs)
  const begins = names.flatMap((name, index) => (inputGroups.has(name) ? [index] : []))
  const groups = begins.map((begin, group) => {
    const of = names.slice(begin, begins[group + 1])
    return { title: inputGroups.get(of[0] ?? '') ?? '', inputs: of }
  })
  const texts = Object.fromEntries(
    Object.entries(inputs).map(([name, { description }]) => [name, description.trim().replace(/\s+/g, ' ')]),
  )
  return { groups, inputs: texts }
}

if (import.meta.main) writeFileSync(INPUT_TEXTS, inputTexts(readAction(), readAction(MERGE_FILE)))
