import { readableMarkdown } from './readable-markdown.ts'

/** Makes a job summary fit on a screen: what stands first whole, and of the rest what it is about. */

/** A terminal of the usual width breaks a longer line. */
const COLUMNS = 100

/**
 * Returns the summary without what GitHub folds away: its sections whole as long as they fit into `mostLines`, the next one cut,
 * and of all others their headings.
 */
export function shortSummary(markdown: string, mostLines: number): string {
  const sections = readableMarkdown(withoutFolded(markdown))
    .trim()
    .split(/\n(?=#{2,4} )/)
  const shown: string[] = []
  let left = mostLines - sections.length
  for (const section of sections) {
    const [heading = '', ...lines] = section.split('\n')
    const fitting = lines.findIndex((_, index) => linesOnScreen(lines.slice(0, index + 1)) > left)
    const kept = fitting === -1 ? lines : fitting > 1 ? [...lines.slice(0, fitting), '     …'] : []
    left = fitting === -1 ? left - linesOnScreen(lines) : 0
    shown.push([heading, ...kept].join('\n'))
  }
  return shown.join('\n')
}

/** How many lines of a terminal these take. */
export function linesOnScreen(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / COLUMNS)), 0)
}

function withoutFolded(markdown: string): string {
  const [before = '', ...parts] = markdown.split('<details>')
  return before + parts.map(part => part.split('</details>').slice(1).join('')).join('')
}
