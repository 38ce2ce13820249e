import type { TableCell } from 'mdast'
import { toString as textContent } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { headingsOf, pageOf, rowsUnder, textOf } from './pages.ts'
import { titlesIn } from './test-titles.ts'

/** A list of tests is worth as much as the tests: each one that the page names must be there and must run. */

const page = pageOf('docs/known-defects.md')
const sections = headingsOf(page.tree).flatMap(heading => (heading.depth === 2 ? [textContent(heading)] : []))
const rows = sections.flatMap(title => rowsUnder(page, title))

/** The tests in a cell: a link to a file, and after it their names. */
function testsIn(cell: TableCell): readonly (readonly [file: string, title: string])[] {
  let file = ''
  return cell.children.flatMap(node => {
    if (node.type === 'link') file = node.url.replace('../', '')
    return node.type === 'inlineCode' ? [[file, node.value] as const] : []
  })
}

const cases = rows.map(({ children: [defect, tests] }) => {
  if (defect === undefined || tests === undefined) throw new Error('A row without two cells')
  return [textContent(defect), testsIn(tests)] as const
})

describe('the known defects', () => {
  it('are the whole list, each once', () => {
    expect(sections).toHaveLength(10)
    expect(cases.length).toBeGreaterThanOrEqual(80)
    expect(new Set(cases.map(([defect]) => defect)).size).toBe(cases.length)
  })

  it.each(cases)('%s: the tests that are named are there, and run', (_, tests) => {
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.filter(([file, title]) => !titlesIn(textOf(file)).includes(title))).toEqual([])
  })
})

describe('the names of tests', () => {
  it.each([
    ["describe('a', () => { it('b', () => {}) })", ['a > b']],
    ["describe.concurrent('a', () => { describe('b', () => { test('c', f) }) })", ['a > b > c']],
    ["describe.each([1])('a %i', n => { it.each([2])('b %s $name', f) })", ['a … > b … …']],
    ['it(`at most ${N} times`, f)', ['at most … times']],
    ["it('a', () => { expect(it).toBe('b') })", ['a']],
  ])('are read from %s', (text, titles) => {
    expect(titlesIn(text)).toEqual(titles)
  })

  it.each([
    "it.skip('a', f)",
    "it.todo('a')",
    "it.skipIf(x)('a', f)",
    "describe.skip('a', () => { it('b', f) })",
    "// it('a', f)",
  ])('are not read from %s, which runs nothing', text => {
    expect(titlesIn(text)).toEqual([])
  })
})
