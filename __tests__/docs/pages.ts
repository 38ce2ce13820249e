import { readdirSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Nodes, Root, TableRow } from 'mdast'
import { toString as textContent } from 'mdast-util-to-string'
import { nodesOf, parseGfm } from '../report/gfm.ts'

/** The Markdown files of the repository, as far as a reader and a link care. */

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MADE_BY_TOOLS = ['node_modules', 'dist', 'build', 'coverage', 'out', '.git']

export interface Page {
  /** Relative to the repository, with slashes. */
  readonly file: string
  readonly text: string
  readonly tree: Root
}

export const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8').replaceAll('\r\n', '\n')

export function filesUnder(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap(entry => {
    const file = path.posix.join(folder, entry.name)
    if (MADE_BY_TOOLS.includes(entry.name)) return []
    return entry.isDirectory() ? filesUnder(file) : [file]
  })
}

/** Parsing takes time, and many links lead to few pages. */
const read = new Map<string, Page>()

export function pageOf(file: string): Page {
  const known = read.get(file)
  if (known !== undefined) return known
  const text = textOf(file)
  const page = { file, text, tree: parseGfm(text) }
  read.set(file, page)
  return page
}

export const pages: readonly Page[] = filesUnder('.')
  .filter(file => file.endsWith('.md'))
  .map(pageOf)

/** Returns every address that a reader can follow or a browser loads. */
export function linksOf({ tree }: Page): readonly string[] {
  return [...nodesOf(tree)].flatMap(node => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return [node.url]
    if (node.type !== 'html') return []
    return [...node.value.matchAll(/\b(?:src|srcset|href)="([^" ]+)/g)].map(([, address]) => address ?? '')
  })
}

/** Returns the anchors of a page's headings, made as GitHub makes them. */
export function anchorsOf({ tree }: Page): readonly string[] {
  const seen = new Map<string, number>()
  return headingsOf(tree).map(heading => {
    const slug = textContent(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-')
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    return before === 0 ? slug : `${slug}-${before}`
  })
}

export function headingsOf(tree: Root): readonly Extract<Nodes, { type: 'heading' }>[] {
  return tree.children.filter(node => node.type === 'heading')
}

/** Returns the fenced blocks of a language. */
export function blocksOf({ tree }: Page, ...languages: readonly string[]): readonly string[] {
  return [...nodesOf(tree)].flatMap(node =>
    node.type === 'code' && languages.includes(node.lang ?? '') ? [node.value] : [],
  )
}

/** Returns what stands in backticks. */
export function codeIn({ tree }: Page): readonly string[] {
  return [...nodesOf(tree)].flatMap(node => (node.type === 'inlineCode' ? [node.value] : []))
}

/** Returns the rows of the first table under a heading, the head left out. */
export function rowsUnder({ tree }: Page, title: string): readonly TableRow[] {
  const from = tree.children.findIndex(node => node.type === 'heading' && textContent(node) === title)
  const table = tree.children.slice(from).find(node => node.type === 'table')
  return table?.children.slice(1) ?? []
}

/** Returns what stands in backticks in their first cells. */
export function firstCellsUnder(page: Page, title: string): readonly string[] {
  const cells = rowsUnder(page, title).flatMap(row => row.children[0] ?? [])
  return cells.flatMap(cell =>
    [...nodesOf(cell)].flatMap(node => (node.type === 'inlineCode' ? [node.value] : [])),
  )
}
