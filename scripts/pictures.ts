import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runCommand, UsageError } from './command-line.ts'
import { githubPage, runTool, THEMES, type Theme } from './github-page.ts'
import { FAILED, MANY, PASSED, reportsOf, type Shown, type ShownReports } from './shown-reports.ts'

/**
 * `npm run pictures`: runs the built action against the simulator and takes pictures of job summaries, a comment and the
 * page for the documentation, as GitHub and a browser would show them. Everything in them is made up.
 */

const USAGE = `Usage: npm run pictures -- [FOLDER]

  FOLDER  takes the Markdown, the pages and pictures with every item unfolded, too

Needs Chromium and cmark-gfm, and writes docs/pictures/.`

const PICTURES = fileURLToPath(new URL('../docs/pictures/', import.meta.url))

/** How a picture is taken. */
interface View {
  readonly widthPx: number
  /** Beyond it a picture is cut at a heading: it would be scrolled past rather than read. */
  readonly maxHeightPx: number
}

const README: View = { widthPx: 900, maxHeightPx: 1_400 }
const WIDE: View = { widthPx: 800, maxHeightPx: 4_000 }
const PHONE: View = { widthPx: 412, maxHeightPx: 4_000 }
/** Chromium takes a picture of the window, so an unfolded summary needs a tall one. */
const UNFOLDED: View = { widthPx: 900, maxHeightPx: 9_000 }
/** What of report.html is in sight when it opens. */
const PAGE_WIDTH_PX = 1_100
const PAGE_HEIGHT_PX = 900

/** A headless browser of a build machine: no sandbox for root, and no calls home. */
const BROWSER_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
]

/** Returns the height in px to cut the page at: its end, or the last heading that leaves it under the maximum. */
function heightOf(page: string, { widthPx, maxHeightPx }: View, work: string): number {
  const measuring = `<script>
    const ends = [...document.querySelectorAll('h3, h4')].map(heading => heading.getBoundingClientRect().top)
    const height = document.body.getBoundingClientRect().height
    document.title = String([...ends, height].filter(end => end <= ${maxHeightPx}).at(-1))
  </script>`
  const file = path.join(work, 'measure.html')
  writeFileSync(file, page.replace('</html>', `${measuring}</html>`))
  const dom = browse(work, [`--window-size=${widthPx},600`, '--dump-dom', `file://${file}`])
  const height = Number(/<title>([\d.]+)<\/title>/.exec(dom)?.[1])
  if (!(height > 0)) throw new Error('The browser did not say how high the page is.')
  return Math.ceil(height)
}

function browse(work: string, args: readonly string[]): string {
  return runTool('chromium', [...BROWSER_FLAGS, `--user-data-dir=${path.join(work, 'profile')}`, ...args])
}

/** A window cannot be as narrow as a phone, so the page is put into a frame that is. */
function takePicture(page: string, target: string, view: View, work: string): void {
  const file = path.join(work, 'page.html')
  writeFileSync(file, page)
  const height = heightOf(page, view, work)
  browse(work, [`--window-size=${view.widthPx},${height}`, `--screenshot=${target}`, `file://${file}`])
  console.log(`${target}: ${view.widthPx} x ${height} px`)
}

/** The page asks the browser for the theme, so the browser is told. */
function takePagePicture(html: string, theme: Theme, work: string): void {
  const file = path.join(work, 'report.html')
  writeFileSync(file, html)
  const target = `${PICTURES}report-page-${theme}.png`
  const dark = theme === 'dark' ? ['--blink-settings=preferredColorScheme=0'] : []
  browse(work, [
    `--window-size=${PAGE_WIDTH_PX},${PAGE_HEIGHT_PX}`,
    ...dark,
    `--screenshot=${target}`,
    `file://${file}`,
  ])
  console.log(`${target}: ${PAGE_WIDTH_PX} x ${PAGE_HEIGHT_PX} px`)
}

function takeSummary(name: string, markdown: string, view: View, work: string): void {
  for (const theme of THEMES)
    takePicture(githubPage(markdown, theme), `${PICTURES}${name}-${theme}.png`, view, work)
}

async function takePictures(details: string | undefined): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), 'precheck-gate-pictures-'))
  const reports = (shown: Shown) => reportsOf(shown, path.join(work, shown.name))
  try {
    mkdirSync(PICTURES, { recursive: true })
    const failed = await reports(FAILED)
    takeSummary('summary-failed', failed.summary, README, work)
    for (const theme of THEMES) takePagePicture(failed.html, theme, work)
    const passed = await reports(PASSED)
    takeSummary('summary-passed', passed.summary, README, work)
    const many = await reports(MANY)
    for (const [name, markdown] of [
      ['summary-many', many.summary],
      ['comment-many', many.comment],
    ] as const) {
      takeSummary(name, markdown, WIDE, work)
      takePicture(githubPage(markdown, 'light'), `${PICTURES}${name}-narrow.png`, PHONE, work)
    }
    if (details !== undefined)
      for (const [name, made] of Object.entries({ failed, passed, many }))
        leaveDetails(name, made, path.resolve(details), work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function leaveDetails(name: string, { summary, comment }: ShownReports, folder: string, work: string): void {
  mkdirSync(folder, { recursive: true })
  const unfolded = githubPage(summary, 'light').replaceAll('<details>', '<details open>')
  writeFileSync(path.join(folder, `${name}.md`), summary)
  writeFileSync(path.join(folder, `${name}-comment.md`), comment)
  writeFileSync(path.join(folder, `${name}.html`), unfolded)
  takePicture(unfolded, path.join(folder, `${name}-unfolded.png`), UNFOLDED, work)
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} })
  if (positionals.length > 1) throw new UsageError(`One folder, not ${positionals.length}`)
  try {
    // Asked first, so that a missing tool is said before the action has run.
    runTool('cmark-gfm', ['--version'])
    runTool('chromium', ['--version'])
    await takePictures(positionals[0])
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

await runCommand(USAGE, main)
