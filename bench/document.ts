import { readFileSync, writeFileSync } from 'node:fs'

/** Puts the tables of the bench into a page, each between its markers. Throws when a marker is missing. */
export function documentWith(file: string, tables: ReadonlyMap<string, string>): void {
  let page = readFileSync(file, 'utf8')
  for (const [name, text] of tables) {
    const begin = `<!-- ${name}: made by npm run bench -->\n`
    const end = `<!-- ${name}: end -->`
    const from = page.indexOf(begin)
    const to = page.indexOf(end)
    if (from === -1 || to < from) throw new Error(`${file} has no markers for ${name}`)
    page = `${page.slice(0, from + begin.length)}\n${text}\n\n${page.slice(to)}`
  }
  writeFileSync(file, page)
}
