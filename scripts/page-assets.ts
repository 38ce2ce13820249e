import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

/** Bundles page/ into what `report.html` carries: `npm run build` does it first. */

const SCRIPT = fileURLToPath(new URL('../page/main.ts', import.meta.url))
const STYLE = fileURLToPath(new URL('../page/style.css', import.meta.url))
export const ASSETS = fileURLToPath(new URL('../src/report/html/assets.generated.json', import.meta.url))

/** Returns the file of script and style, with line feeds only: the policy of the page has their hashes. */
export async function pageAssets(): Promise<string> {
  const bundle = await rolldown({ input: SCRIPT, platform: 'browser', logLevel: 'warn' })
  const { output } = await bundle.generate({ format: 'iife', minify: true })
  const [script] = output
  const style = readFileSync(STYLE, 'utf8')
  const assets = { script: withLineFeeds(script.code).trim(), style: withoutBlanks(withLineFeeds(style)) }
  return `${JSON.stringify(assets, null, 2)}\n`
}

const withLineFeeds = (text: string) => text.replaceAll('\r\n', '\n')

/** Comments and indents: the rest of a style sheet is short. */
function withoutBlanks(style: string): string {
  return style
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
}

if (import.meta.main) writeFileSync(ASSETS, await pageAssets())
