import { rounded } from '../statistics.ts'
import type { PlottedTrace } from './plot-data.ts'

/**
 * An SVG of requests over time. Its colours are of middle lightness and nothing is filled, so that it can be read on a
 * light page as well as on a dark one: a picture on GitHub is not told which of them it stands on.
 */

const COLOURS: Readonly<Record<string, string>> = {
  auto: '#2f81f7',
  'fixed 10 s': '#c27a00',
  Terraform: '#a35bd6',
}
const GREY = '#848d97'
const WIDTH = 860
const PANEL_HEIGHT = 210
const PLOT = { left: 48, top: 34, width: 560, height: 136 }
const SECONDS = 110
const REQUESTS = 22

export function plotOf(traces: readonly PlottedTrace[]): string {
  const height = traces.length * PANEL_HEIGHT
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="Requests over time of three schedules on three traces">`,
    ...traces.map((trace, index) => panel(trace, index * PANEL_HEIGHT)),
    '</svg>',
    '',
  ].join('\n')
}

function panel(plotted: PlottedTrace, top: number): string {
  return [
    `<g transform="translate(0 ${top})">`,
    text(PLOT.left, 18, GREY, plotted.title, 'font-weight="bold"'),
    ...axes(),
    progressLine(plotted),
    endMark(plotted.trace.durationMs),
    ...plotted.lines.flatMap((line, index) => [
      stepsOf(line.reads, colourOf(line.schedule)),
      ...legend(line, index, plotted.trace.durationMs),
    ]),
    '</g>',
  ].join('\n')
}

const x = (ms: number) => rounded(PLOT.left + (ms / 1_000 / SECONDS) * PLOT.width, 1)
const y = (part: number) => rounded(PLOT.top + PLOT.height * (1 - part), 1)

function axes(): readonly string[] {
  const seconds = [0, 20, 40, 60, 80, 100]
  const requests = [0, 5, 10, 15, 20]
  return [
    path(`M${x(0)} ${y(1)}V${y(0)}H${x(SECONDS * 1_000)}`, GREY, 'stroke-width="1"'),
    ...seconds.map(second => text(x(second * 1_000), y(0) + 16, GREY, `${second} s`, 'text-anchor="middle"')),
    ...requests.map(count =>
      text(PLOT.left - 8, y(count / REQUESTS) + 4, GREY, String(count), 'text-anchor="end"'),
    ),
  ]
}

/** In whole percents, as the service tells it. */
function progressLine({ trace }: PlottedTrace): string {
  const points = Array.from({ length: Math.floor(trace.durationMs / 500) }, (_, index) => {
    const ms = index * 500
    return `${x(ms)} ${y(trace.progressAt(ms) / 100)}`
  })
  return path(`M${points.join('L')}`, GREY, 'stroke-width="1" stroke-dasharray="2 3"')
}

function endMark(durationMs: number): string {
  return path(`M${x(durationMs)} ${y(1)}V${y(0)}`, GREY, 'stroke-width="1" stroke-dasharray="6 3"')
}

/** The start is the first request. */
function stepsOf(reads: readonly number[], colour: string): string {
  const steps = reads.map((ms, index) => `H${x(ms)}V${y((index + 2) / REQUESTS)}`)
  return path(`M${x(0)} ${y(1 / REQUESTS)}${steps.join('')}`, colour, 'stroke-width="2"')
}

function legend(line: PlottedTrace['lines'][number], index: number, durationMs: number): readonly string[] {
  const { schedule, reads } = line
  const lag = rounded(((reads.at(-1) ?? 0) - durationMs) / 1_000, 1)
  const top = PLOT.top + 16 + index * 40
  const left = PLOT.left + PLOT.width + 24
  return [
    text(left, top, colourOf(schedule), schedule, 'font-weight="bold"'),
    text(left, top + 16, GREY, `${reads.length + 1} requests, known ${lag} s after the end`),
  ]
}

function colourOf(schedule: string): string {
  return COLOURS[schedule] ?? GREY
}

function path(line: string, colour: string, rest: string): string {
  return `<path d="${line}" fill="none" stroke="${colour}" ${rest}/>`
}

function text(left: number, top: number, colour: string, words: string, rest = ''): string {
  return `<text x="${left}" y="${top}" fill="${colour}" ${rest}>${words}</text>`
}
