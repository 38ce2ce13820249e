import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sourcesUnder } from '../architecture/sources.ts'

/** What every room may use, so that no row says it. */
const FOR_ALL = ['ports.ts', 'deadline.ts', 'thrown.ts']
const ROW = /^\| `src\/(?<room>[a-z]+)\/` .*\| (?<imports>[^|]+?) +\|$/gm
const EVERYTHING = 'everything but the doors'

/** `src/plan/plan.ts` is of `plan`, `src/gate.ts` of `gate.ts`, and a package is its own room. */
function roomOf(name: string): string {
  const [first = '', second = ''] = name.split('/')
  return first === 'src' ? second : first.startsWith('@') ? `${first}/${second}` : first
}

const product = sourcesUnder('src')
const rows = [...readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8').matchAll(ROW)]
const said = new Map(rows.map(({ groups }) => [groups?.['room'] ?? '', groups?.['imports'] ?? '']))

it('the table of rooms has every folder of src/ but the doors, which may import everything', () => {
  const folders = product.map(({ file }) => roomOf(file)).filter(room => !room.endsWith('.ts'))
  expect([...said.keys(), 'door'].toSorted()).toEqual([...new Set(folders)].toSorted())
})

it.each([...said].filter(([, imports]) => imports !== EVERYTHING))(
  'src/%s/ imports %s, and nothing else',
  (room, imports) => {
    const names = product.filter(({ file }) => roomOf(file) === room).flatMap(source => source.imports)
    const others = new Set(names.filter(name => !name.startsWith('node:')).map(roomOf))
    for (const own of [room, ...FOR_ALL]) others.delete(own)
    const told = imports === 'nothing' ? [] : imports.replaceAll(/ \([^)]*\)|`/g, '').split(', ')
    expect([...others].toSorted()).toEqual(told.toSorted())
  },
)
