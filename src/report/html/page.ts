import { createHash } from 'node:crypto'
import type { Dossier } from '../dossier.ts'
import type { Report } from '../schema.ts'
import assets from './assets.generated.json' with { type: 'json' }
import { findingsPart } from './findings.ts'
import { itemsPart } from './items.ts'
import { html, own, type Part } from './markup.ts'
import { noResultPart, tasksPart } from './tasks.ts'
import { aboutPart, changesPart, problemsPart, verdictPart } from './verdict.ts'
import { waiversPart } from './waivers.ts'

/** Beyond this many items a browser no longer shows a page of all of them in a time that anybody waits. */
export const ITEMS_SHOWN_MOST = 100_000

const ITEMS_LAID_OUT_MOST = 2_000

/**
 * Yields the report as one HTML page: no request to anywhere, and no script or style but its own, which the policy in it
 * names by their hashes. Made of the report and what is known of its checks, so that it can be made again from `report.json`.
 */
export function* htmlTexts(dossier: Dossier): Generator<string> {
  for (const part of pageParts(dossier)) if (part !== null) yield html`${part}`.text
}

function* pageParts(dossier: Dossier): Generator<Part> {
  const { words, report } = dossier
  const title = `${words.decision[report.gate.decision]}${words.colon}${report.gate.name}`
  yield html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${own(assets.style)}</style>
<script>${own(assets.script)}</script>
</head>
<body data-copied="${words.copied}"${isLarge(report) ? html` class="many"` : null}>
<main>
`
  yield verdictPart(dossier)
  yield problemsPart(dossier)
  yield changesPart(dossier)
  yield* tasksPart(dossier)
  yield noResultPart(dossier)
  yield* findingsPart(dossier)
  yield waiversPart(dossier)
  if (report.counts.total > ITEMS_SHOWN_MOST) yield html`<p>${words.tooMany(report.counts.total)}</p>`
  else yield* itemsPart(dossier)
  yield aboutPart(dossier)
  yield html`</main>\n<p id="said" class="unseen" role="status"></p>\n</body>\n</html>\n`
}

/** A browser then lays out what is in sight only; on a small page the guesses at the rest would make it jump. */
function isLarge({ counts }: Report): boolean {
  return counts.total > ITEMS_LAID_OUT_MOST
}

/** Nothing is allowed but the two texts of this project, whose hashes are over the text between the tags. */
function policy(): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(assets.script)}'`,
    `style-src '${hashOf(assets.style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
