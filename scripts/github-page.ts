import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Shows Markdown nearly as GitHub does: a GFM renderer and GitHub's stylesheet. */

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const DEBIAN_PACKAGES = 'chromium cmark-gfm fonts-liberation fonts-noto-color-emoji fonts-noto-cjk'
/** GitHub's extensions; raw HTML stays, without the tags that GitHub filters. */
const EXTENSIONS = ['table', 'autolink', 'strikethrough', 'tagfilter', 'tasklist']
const DEADLINE_MS = 60_000

/** Runs a tool and returns its output. Throws what to install when it is missing, and its words when it fails. */
export function runTool(command: string, args: readonly string[], input = ''): string {
  const done = spawnSync(command, args, { input, encoding: 'utf8', timeout: DEADLINE_MS })
  if (done.error !== undefined)
    throw new Error(
      `${command} did not run (${done.error.message}). On Debian: apt-get install ${DEBIAN_PACKAGES}`,
    )
  if (done.status !== 0) throw new Error(`${command} ended with ${done.status}: ${done.stderr.slice(-500)}`)
  return done.stdout
}

/** Returns a page with the Markdown as GitHub would show it. */
export function githubPage(markdown: string, theme: Theme): string {
  const extensions = EXTENSIONS.flatMap(name => ['--extension', name])
  const html = runTool('cmark-gfm', ['--unsafe', ...extensions], markdown)
  const sheet = fileURLToPath(import.meta.resolve(`github-markdown-css/github-markdown-${theme}.css`))
  const style = `${readFileSync(sheet, 'utf8')}
    html, body { margin: 0; background: var(--bgColor-default) }
    .markdown-body { box-sizing: border-box; padding: 24px 32px }
    @media (max-width: 500px) { .markdown-body { padding: 16px } }`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Job summary</title><style>${style}</style><body class="markdown-body">${html}</body></html>`
}
