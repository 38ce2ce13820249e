import { readFileSync, writeFileSync } from 'node:fs'
import type { TitledChecks } from '../src/catalogue/schema.ts'
import { type Step, stepsFor } from '../src/catalogue/steps.ts'
import { ENGINE_NAMES, ENGINES } from '../src/catalogue/words.ts'
import { markdownBlock, markdownProse } from '../src/report/escape.ts'
import { wordsIn } from '../src/report/words.ts'
import { CATALOGUE_FILES } from '../testing/catalogue-files.ts'

/** Writes the overview of all checks from the catalogue: `npm run docs`. */

export const CHECK_PAGE = new URL('../docs/checks.md', import.meta.url)

interface Check {
  /** null for one that is documented by its title only. */
  readonly id: string | null
  readonly check: TitledChecks[number]
}

const NOT_TRIED = wordsIn('en-us').stepNotTried

const HEAD = `# Checks

Every check that the built-in catalogue knows, by service and engine, with its steps, in English and Chinese. Made by
\`npm run docs\` from \`src/catalogue/\`. What reports say of an item is the same; how to read it, and how to add advice of your own:
[reports](reports.md#job-summary).

A check "by title" is documented, but what the API calls it is not known: no item of a result is matched with it. Words in
capitals that are no keywords (\`DB\`, \`T\`, \`COL\`, \`DRS_USER\`, …) stand for your names and values.

预检查项一览：按服务和引擎列出内置目录中的所有检查项及处理步骤，中英文对照。大写的占位词（\`DB\`、\`T\`、\`COL\`、\`N\` 等）请换成实际的名称和取值；标注 "${NOT_TRIED}" 的命令没有在数据库上试过。
`

/** Returns the whole page. */
export function checkPage(): string {
  return [HEAD, ...CATALOGUE_FILES.flatMap(service => [...serviceLines(service)])].join('\n')
}

function* serviceLines({ name: id, file, titled }: (typeof CATALOGUE_FILES)[number]): Generator<string> {
  const name = id.toUpperCase()
  const known = Object.entries(file.items).map(([id, check]): Check => ({ id, check }))
  const checks: readonly Check[] = [...known, ...titled.map(check => ({ id: null, check }))]
  for (const section of [...ENGINES, 'several'] as const) {
    const own = checks.filter(({ check }) => sectionOf(check.engines) === section)
    if (own.length === 0) continue
    yield `## ${name}: ${ENGINE_NAMES[section] ?? 'several engines'}\n`
    for (const check of own) yield* checkLines(check)
  }
  const reasons = Object.entries(file.reasons)
  if (reasons.length > 0) yield `## ${name}: reasons\n`
  for (const [code, reason] of reasons) {
    yield `### ${markdownProse(code)}\n`
    yield `${markdownProse(reason['en-us'].meaning)} ${markdownProse(reason['zh-cn'].meaning)}\n`
    yield* stepLines(reason.steps, [])
  }
}

function sectionOf(engines: readonly string[]): string | undefined {
  const [engine] = engines
  return engines.length > 1 || engine === 'all' ? 'several' : engine
}

function* checkLines({ id, check }: Check): Generator<string> {
  const english = check['en-us']
  const chinese = check['zh-cn']
  yield `### ${markdownProse(english.title)} · ${markdownProse(chinese.title)}\n`
  const source = check.confidence === 'documented' ? 'documented' : 'general database knowledge'
  const link = check.doc === undefined ? '' : `, [documentation](${check.doc})`
  yield `${id === null ? 'By title' : `\`${id}\``}; order: ${check.rank}; ${source}${link}\n`
  yield `${markdownProse(english.checks)} ${markdownProse(chinese.checks)}\n`
  yield* stepLines(check.steps, check.engines)
}

function* stepLines(steps: TitledChecks[number]['steps'], engines: readonly string[]): Generator<string> {
  const english = stepsFor(steps, { language: 'en-us', engines, engine: null })
  const chinese = stepsFor(steps, { language: 'zh-cn', engines, engine: null })
  for (const [index, step] of english.entries()) yield* stepLine(index + 1, step, chinese[index]?.text ?? '')
  yield ''
}

function* stepLine(
  number: number,
  { text, code, lang, changes, tried }: Step,
  chinese: string,
): Generator<string> {
  const marks = [lang, changes ? 'changes something' : null, tried ? null : NOT_TRIED]
  const shown = code === null ? '' : ` _(${marks.filter(mark => mark !== null).join('; ')})_`
  yield `${number}. ${markdownProse(text)}${shown}\\`
  const indent = ' '.repeat(`${number}. `.length)
  yield `${indent}${markdownProse(chinese)}`
  if (code === null) return
  for (const line of markdownBlock(code).split('\n')) yield indent + line
}

if (import.meta.main) {
  const page = checkPage()
  if (page !== readFileSync(CHECK_PAGE, { encoding: 'utf8', flag: 'a+' })) writeFileSync(CHECK_PAGE, page)
}
