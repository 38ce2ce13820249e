import { readFileSync, writeFileSync } from 'node:fs'
import { cellsOf } from '../testing/faults/cells.ts'
import { expected } from '../testing/faults/expected.ts'
import type { Duration, FaultRow, Moment, Outcome } from '../testing/faults/model.ts'
import { BODIES } from '../testing/faults/rows-bodies.ts'
import type { BoundRow } from '../testing/faults/rows-bound.ts'
import { IDENTITIES, READABLE, WHOLE } from '../testing/faults/rows-bound-answers.ts'
import { EVIDENCE, STARTS } from '../testing/faults/rows-bound-runs.ts'
import { REDIRECTS_AND_CODES, THROTTLING } from '../testing/faults/rows-refusals.ts'
import { STATUS_ROWS } from '../testing/faults/rows-statuses.ts'
import { TRANSPORT } from '../testing/faults/rows-transport.ts'
import { SERVICES, type Service } from '../testing/faults/targets.ts'
import { alignedTable } from './tables.ts'

/** Writes the tables of `docs/faults.md` from the cells of the fault matrix: `node scripts/fault-tables.ts`. */

const PAGE = new URL('../docs/faults.md', import.meta.url)

const TABLES: readonly (readonly [name: string, rows: readonly FaultRow[]])[] = [
  ['connection', TRANSPORT],
  ['bodies', BODIES],
  ['statuses', STATUS_ROWS],
  ['throttling', THROTTLING],
  ['codes', REDIRECTS_AND_CODES],
]

const BOUND: readonly (readonly [name: string, rows: readonly BoundRow[]])[] = [
  ['starts', STARTS],
  ['evidence', EVIDENCE],
  ['ids', IDENTITIES],
  ['readable', READABLE],
  ['whole', WHOLE],
]

interface Column {
  readonly title: string
  readonly services: readonly Service[]
  readonly moment: Moment
  readonly duration: Duration
}

const COLUMNS: readonly Column[] = [
  { title: 'at the start of DRS', services: ['drs'], moment: 'start', duration: 'once' },
  { title: 'at the start of DDM/OMS', services: ['ddm', 'oms'], moment: 'start', duration: 'once' },
  { title: 'at one read', services: SERVICES, moment: 'mid-poll', duration: 'once' },
  { title: 'at every read from then on', services: SERVICES, moment: 'mid-poll', duration: 'lasting' },
  { title: 'at every request (`query`)', services: SERVICES, moment: 'query', duration: 'lasting' },
]

/** Returns the page with all tables as the matrix has them. Throws when a marker is missing. */
export function withFaultTables(page: string): string {
  const bound = BOUND.reduce((text, [name, rows]) => replaced(text, name, boundTableOf(rows)), page)
  return TABLES.reduce((text, [name, rows]) => replaced(text, name, tableOf(rows)), bound)
}

function boundTableOf(rows: readonly BoundRow[]): string {
  const lines = rows.map(row => [row.service.toUpperCase(), row.name, boundWordsFor(row)])
  return alignedTable(['', 'what comes back', 'what it comes to'], lines)
}

function boundWordsFor({ reason, freshness, starts }: BoundRow): string {
  const repeated = starts > 1 ? `, ${starts} start calls` : ''
  return reason === 'all-passed' ? `passes, \`${freshness}\`${repeated}` : `\`${reason}\`${repeated}`
}

function replaced(page: string, name: string, table: string): string {
  const begin = `<!-- ${name}: made by scripts/fault-tables.ts -->\n`
  const end = `<!-- ${name}: end -->`
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from === -1 || to < from) throw new Error(`docs/faults.md has no markers for ${name}`)
  return `${page.slice(0, from + begin.length)}\n${table}\n${page.slice(to)}`
}

function tableOf(rows: readonly FaultRow[]): string {
  const lines = rows.map(row => ({ name: row.name, cells: COLUMNS.map(column => cellOf(row, column)) }))
  return alignedTable(['fault', ...COLUMNS.map(({ title }) => title)], merged(lines))
}

interface Line {
  readonly name: string
  readonly cells: readonly string[]
}

/** Bodies of one status that make no difference share a line. */
function merged(lines: readonly Line[]): readonly (readonly string[])[] {
  const groups = new Map<string, { first: string; others: string[]; cells: readonly string[] }>()
  for (const { name, cells } of lines) {
    const [subject] = name.split(', ')
    const key = [subject, ...cells].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: name, others: [], cells })
    else group.others.push(name.slice(`${subject}, `.length))
  }
  return [...groups.values()].map(({ first, others, cells }) => [[first, ...others].join('; '), ...cells])
}

function cellOf(row: FaultRow, { services, moment, duration }: Column): string {
  const outcomes = services.flatMap(service => {
    const cells = cellsOf([row], service).filter(cell => cell.moment === moment)
    const cell = cells.find(one => one.duration === duration) ?? cells[0]
    return cell === undefined ? [] : [{ service, outcome: expected(cell) }]
  })
  const byWords = Map.groupBy(outcomes, ({ outcome }) => wordsFor(outcome))
  return [...byWords]
    .map(([words, same]) => {
      const requests = same.map(({ outcome }) => outcome.requests)
      const numbers = new Set(requests).size === 1 ? requests[0] : requests.map(one => one ?? '?').join('/')
      const count = numbers === null ? '' : ` (${numbers})`
      const whose =
        byWords.size === 1 ? '' : `${same.map(({ service }) => service.toUpperCase()).join(', ')}: `
      return `${whose}${words}${count}`
    })
    .join('; ')
}

function wordsFor({ reason, starts, mayBeRunning }: Outcome): string {
  const repeated = starts > 1 ? `, ${starts} start calls` : ''
  if (reason === 'all-passed') return `passes${repeated}`
  return `\`${reason}\`${mayBeRunning ? ', may be running' : ''}${repeated}`
}

if (import.meta.main) writeFileSync(PAGE, withFaultTables(readFileSync(PAGE, 'utf8')))
