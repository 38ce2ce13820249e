import { existsSync } from 'node:fs'
import * as path from 'node:path'
import { toString as textContent } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { inputNames, mergeInputNames } from '../../src/plan/inputs.ts'
import { REASONS } from '../../src/precheck/model.ts'
import { OUTPUT_NAMES } from '../../src/report/outputs.ts'
import {
  codeIn,
  filesUnder,
  firstCellsUnder,
  headingsOf,
  pageOf,
  pages,
  ROOT,
  rowsUnder,
  textOf,
} from './pages.ts'

const docs = pages.filter(({ file }) => !file.startsWith('simulator/'))
const named = docs.map(page => [page.file, page] as const)
const codes = REASONS.map(([code]) => code)

describe('the reason codes', () => {
  it('are all explained in troubleshooting, in their order, and no others', () => {
    const { tree } = pageOf('docs/troubleshooting.md')
    const titles = headingsOf(tree).map(heading => ({ depth: heading.depth, title: textContent(heading) }))
    const from = titles.findIndex(({ title }) => title === 'Reason codes')
    const to = titles.findIndex(({ depth }, index) => index > from && depth <= 2)
    expect(titles.slice(from + 1, to).map(({ title }) => title)).toEqual(codes)
  })

  it('stand in a table before that, each beside its decision', () => {
    const rows = rowsUnder(pageOf('docs/troubleshooting.md'), 'Reason codes')
    const said = rows.map(row => row.children.slice(0, 2).map(cell => textContent(cell)))
    expect(said).toEqual(REASONS.map(([code, decision]) => [code, decision]))
  })

  it.each(codes)('%s has a meaning, likely causes and something to do, in this order', code => {
    const { text } = pageOf('docs/troubleshooting.md')
    const [, section = ''] = text.split(`### \`${code}\`\n`)
    const parts = /^\n\*\*Meaning\.\*\* .+\n\*\*Likely causes\.\*\* .+\n\*\*What to do\.\*\* .+/s
    expect(section.split('\n#')[0]).toMatch(parts)
  })

  it('stand in the policy page in the order in which one of several is chosen', () => {
    const { text } = pageOf('docs/policy.md')
    const list = text.slice(text.indexOf('the one that stands first here:'))
    const found = [...list.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(([, code]) => code)
    expect(found).toEqual(codes)
  })
})

/** Words in backticks that are neither inputs, outputs nor reason codes. */
const OTHER_WORDS = new Set([
  ...['failed-reason', 'as-found', 'on-failure', 'run-failed', 'ca-certificate', 'uses'],
  // the command
  ...['precheck-gate', 'precheck-report'],
  // values
  ...['en-us', 'zh-cn', 'huawei-cloud'],
  // GitHub's own
  ...['id-token', 'pull-requests', 'persist-credentials', 'cancel-in-progress', 'continue-on-error'],
  ...['runs-on', 'upload-artifact', 'if-no-files-found', 'fail-fast'],
  // GitLab's component
  'job-name',
  // packages
  ...[
    'fast-xml-builder',
    'before-after-hook',
    'universal-user-agent',
    'http-client',
    'migration-precheck-gate',
  ],
])
const isKnown = (word: string) =>
  [...inputNames(), ...mergeInputNames()].includes(word) ||
  OUTPUT_NAMES.some(name => name === word) ||
  codes.some(code => code === word) ||
  OTHER_WORDS.has(word)

describe.each(named)('%s', (_, page) => {
  it('names only inputs, outputs and codes that exist', () => {
    const words = codeIn(page).flatMap(code => /^([a-z]+(?:-[a-z]+)+)(?::.*)?$/.exec(code)?.[1] ?? [])
    expect(words.filter(word => !isKnown(word))).toEqual([])
  })

  it('names only files and folders of the repository that exist', () => {
    const paths = codeIn(page).filter(code =>
      /^(?:src|__tests__|simulator|scripts|schema|examples|docs|e2e)\/[\w./-]*$/.test(code),
    )
    expect(paths.filter(place => !existsSync(path.join(ROOT, place)))).toEqual([])
  })

  it('names only commands that exist', () => {
    const commands = [...page.text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '')
    expect(commands.filter(name => !Object.hasOwn(packageJson.scripts, name))).toEqual([])
  })

  it('promises no safe migration', () => {
    const sentences = page.text.split(/(?<=[.:|])\s/)
    const claims = sentences.filter(text =>
      /\b(guarantee|safe to migrate|safely|risk-free|bulletproof)\b|migration is safe/i.test(text),
    )
    expect(claims.filter(text => !/\b(never|not|no)\b/i.test(text))).toEqual([])
  })
})

describe('the common messages', () => {
  const source = filesUnder('src')
    .filter(file => file.endsWith('.ts'))
    .map(textOf)
    .join('\n')

  it('are really said by the code', () => {
    const messages = firstCellsUnder(pageOf('docs/troubleshooting.md'), 'Common messages')
    expect(messages.length).toBeGreaterThan(15)
    const parts = messages.flatMap(message => message.split('…').map(part => part.trim()))
    expect(parts.filter(part => !source.includes(part))).toEqual([])
  })
})

describe('the threat model', () => {
  it('names a test for every line of its tables', () => {
    const page = pageOf('docs/security.md')
    const tables = ['Who can put what where', 'How far the gate itself reaches'].map(title =>
      rowsUnder(page, title).map(row => textContent(row)),
    )
    expect(tables.map(({ length }) => length >= 7)).toEqual([true, true])
    const rows = tables.flat()
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.filter(row => !/__tests__\/[\w/-]+\.test\.ts/.test(row))).toEqual([])
  })

  it('says of every input, once, whether a change under review can set it', () => {
    const said = firstCellsUnder(pageOf('docs/security.md'), 'What a change under review can set')
    expect(said.toSorted()).toEqual([...inputNames()].toSorted())
  })
})
