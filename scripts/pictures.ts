import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { findScenario } from '../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../simulator/server.ts'
import { runCommand, UsageError } from './command-line.ts'
import { runAction } from './run-action.ts'

/**
 * `npm run pictures`: runs the built action against the simulator and takes pictures of the job summaries for the
 * README, as GitHub would show them: a GFM renderer, GitHub's stylesheet, a browser. Everything in them is made up.
 */

const USAGE = `Usage: npm run pictures -- [FOLDER]

  FOLDER  takes the Markdown, the pages and pictures with every item unfolded, too

Needs Chromium and cmark-gfm, and writes docs/pictures/.`

const DEBIAN_PACKAGES = 'chromium cmark-gfm fonts-liberation fonts-noto-color-emoji'
const PICTURES = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const WIDTH_PX = 900
/** Two screens: beyond it a picture in the README is scrolled past rather than read. */
const MAX_HEIGHT_PX = 1_400
/** Chromium takes a picture of the window, so an unfolded summary needs a tall one. */
const UNFOLDED_HEIGHT_PX = 9_000
/** What of report.html is in sight when it opens. */
const PAGE_WIDTH_PX = 1_100
const PAGE_HEIGHT_PX = 900
const DEADLINE_MS = 60_000

/** What RUNNER_TEMP is on a hosted runner; the picture is not to show where it was taken. */
const RUNNER_TEMP = '/home/runner/work/_temp'

/** GitHub's extensions; raw HTML stays, without the tags that GitHub filters. */
const EXTENSIONS = ['table', 'autolink', 'strikethrough', 'tagfilter', 'tasklist']
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

interface Shown {
  readonly name: string
  /** Whether its report.html has a picture too. */
  readonly showsPage: boolean
  readonly jobs: readonly { readonly id: string; readonly label: string }[]
}

const ORDERS = { id: '140b5236-88ad-43c8-811c-1268453jb101', label: 'orders' }
const ARCHIVE = { id: 'a281f62f-4631-45d6-a2d3-679a9f4jb105', label: 'orders archive' }
const CUSTOMERS = { id: '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102', label: 'customers' }

const SHOWN: readonly Shown[] = [
  { name: 'summary-failed', showsPage: true, jobs: [ORDERS, ARCHIVE, CUSTOMERS] },
  { name: 'summary-passed', showsPage: false, jobs: [ORDERS] },
]

/** Runs a tool and returns its output. Throws what to install when it is missing, and its words when it fails. */
function run(command: string, args: readonly string[], input = ''): string {
  const done = spawnSync(command, args, { input, encoding: 'utf8', timeout: DEADLINE_MS })
  if (done.error !== undefined)
    throw new Error(
      `${command} did not run (${done.error.message}). On Debian: apt-get install ${DEBIAN_PACKAGES}`,
    )
  if (done.status !== 0) throw new Error(`${command} ended with ${done.status}: ${done.stderr.slice(-500)}`)
  return done.stdout
}

/** Returns the Markdown and the page that the built action wrote for these DRS tasks of the demo's scenario. */
async function reportsOf(
  { jobs }: Shown,
  folder: string,
): Promise<{ readonly summary: string; readonly html: string }> {
  const simulator = await startSimulator({ scenario: findScenario('demo') })
  try {
    const { accessKeyId, secretAccessKey } = simulator.credentials
    const { summary, log, outputs } = await runAction({
      inputs: {
        name: 'orders-migration',
        config: 'precheck.yaml',
        'access-key-id': accessKeyId,
        'secret-access-key': secretAccessKey,
        'poll-interval-seconds': '0.5',
        'settle-seconds': '1',
      },
      folder,
      timeoutMs: DEADLINE_MS,
      prepare: workspace => writeFileSync(path.join(workspace, 'precheck.yaml'), configFor(simulator, jobs)),
    })
    if (summary === '') throw new Error(`The action wrote no summary. Its log:\n${log}`)
    const html = readFileSync(outputs['report-html'] ?? '', 'utf8')
    return { summary: summary.replaceAll(path.join(folder, 'temp'), RUNNER_TEMP), html }
  } finally {
    await simulator.close()
  }
}

function configFor({ url, credentials }: Simulator, jobs: Shown['jobs']): string {
  const target = { name: 'orders-databases', service: 'drs', endpoint: url }
  return stringify({
    version: 1,
    targets: [{ ...target, 'project-id': credentials.projectId, 'job-ids': jobs }],
  })
}

function pageOf(markdown: string, theme: Theme): string {
  const extensions = EXTENSIONS.flatMap(name => ['--extension', name])
  const html = run('cmark-gfm', ['--unsafe', ...extensions], markdown)
  const sheet = fileURLToPath(import.meta.resolve(`github-markdown-css/github-markdown-${theme}.css`))
  const style = `${readFileSync(sheet, 'utf8')}
    html, body { margin: 0; background: var(--bgColor-default) }
    .markdown-body { box-sizing: border-box; padding: 24px 32px }`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Job summary</title><style>${style}</style>
    <body class="markdown-body">${html}</body></html>`
}

/** Returns the height in px to cut the page at: its end, or the last heading that leaves it under the maximum. */
function heightOf(page: string, maxHeightPx: number, work: string): number {
  const measuring = `<script>
    const ends = [...document.querySelectorAll('h3, h4')].map(heading => heading.getBoundingClientRect().top)
    const height = document.body.getBoundingClientRect().height
    document.title = String([...ends, height].filter(end => end <= ${maxHeightPx}).at(-1))
  </script>`
  const file = path.join(work, 'measure.html')
  writeFileSync(file, page.replace('</html>', `${measuring}</html>`))
  const dom = browse(work, [`--window-size=${WIDTH_PX},600`, '--dump-dom', `file://${file}`])
  const height = Number(/<title>([\d.]+)<\/title>/.exec(dom)?.[1])
  if (!(height > 0)) throw new Error('The browser did not say how high the page is.')
  return Math.ceil(height)
}

function browse(work: string, args: readonly string[]): string {
  return run('chromium', [...BROWSER_FLAGS, `--user-data-dir=${path.join(work, 'profile')}`, ...args])
}

function takePicture(page: string, target: string, maxHeightPx: number, work: string): void {
  const file = path.join(work, 'page.html')
  writeFileSync(file, page)
  const height = heightOf(page, maxHeightPx, work)
  browse(work, [`--window-size=${WIDTH_PX},${height}`, `--screenshot=${target}`, `file://${file}`])
  console.log(`${target}: ${WIDTH_PX} x ${height} px`)
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

async function takePictures(details: string | undefined): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), 'precheck-gate-pictures-'))
  try {
    mkdirSync(PICTURES, { recursive: true })
    for (const shown of SHOWN) {
      const { summary: markdown, html } = await reportsOf(shown, path.join(work, shown.name))
      for (const theme of THEMES)
        takePicture(pageOf(markdown, theme), `${PICTURES}${shown.name}-${theme}.png`, MAX_HEIGHT_PX, work)
      if (shown.showsPage) for (const theme of THEMES) takePagePicture(html, theme, work)
      if (details !== undefined) leaveDetails(shown.name, markdown, path.resolve(details), work)
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function leaveDetails(name: string, markdown: string, folder: string, work: string): void {
  mkdirSync(folder, { recursive: true })
  const unfolded = pageOf(markdown, 'light').replaceAll('<details>', '<details open>')
  writeFileSync(path.join(folder, `${name}.md`), markdown)
  writeFileSync(path.join(folder, `${name}.html`), unfolded)
  takePicture(unfolded, path.join(folder, `${name}-unfolded.png`), UNFOLDED_HEIGHT_PX, work)
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} })
  if (positionals.length > 1) throw new UsageError(`One folder, not ${positionals.length}`)
  try {
    // Asked first, so that a missing tool is said before the action has run.
    run('cmark-gfm', ['--version'])
    run('chromium', ['--version'])
    await takePictures(positionals[0])
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

await runCommand(USAGE, main)
