import type { RedactBeginning } from '../ports.ts'
import type { CheckItem, JsonValue, Problem } from './model.ts'
import { changed } from './sentence.ts'
import type { Picture, PrecheckService, Reading, Started } from './service.ts'

/**
 * A service can say more of one item than anybody reads, and all of it would stand in memory and in every report. The
 * beginning of each text is kept, and it is said how much there was.
 */
export const KEPT_TEXT_BYTES = 64 * 1024
/** For "… (1234 more characters)". */
const NOTE_BYTES = 48
const MOST_BYTES_PER_CHARACTER = 3
/** What is nested deeper is not shown anyway. */
const MAX_JSON_NESTING = 64

/** Returns the service with the texts of its items and problems kept to their beginning, and equal items kept once and noted. */
export function keepingTexts(
  service: PrecheckService,
  redactBeginning: RedactBeginning,
  noteItems: (count: number) => void,
): PrecheckService {
  const keep: Keep = text => keptText(text, redactBeginning)
  const passed = new Map<string, CheckItem>()
  const keepItems: KeepItems = items => {
    noteItems(items.length)
    return items.map(item => once(keptItem(item, keep), passed))
  }
  return {
    batchSize: service.batchSize,
    start: async tasks => (await service.start(tasks)).map(started => keptStart(started, keep, keepItems)),
    read: async tasks => (await service.read(tasks)).map(reading => keptReading(reading, keep, keepItems)),
  }
}

type Keep = (text: string) => string
type KeepItems = (items: Picture['items']) => Picture['items']

/** More ids than this are of different items, of which none comes again. */
const MOST_PASSED = 10_000

/**
 * Returns the item, or the equal one that came before it. Task after task says the same of what passed, and 40,000 such
 * items are forty: in memory, and to everybody who makes something of them.
 */
function once(item: CheckItem, passed: Map<string, CheckItem>): CheckItem {
  if (item.status !== 'passed') return item
  const known = passed.get(item.id)
  if (known === undefined && passed.size < MOST_PASSED) passed.set(item.id, item)
  return known !== undefined && holds(known, item) && holds(item, known) ? known : item
}

/** Lists are equal when they are one, as the empty one is. */
function holds<T extends object>(one: T, other: T): boolean {
  for (const field in other) if (one[field] !== other[field]) return false
  return true
}

const NO_SUB_JOBS: CheckItem['subJobs'] = []

/** Copies what it keeps: a part of a text holds all of it in memory. */
export function keptText(text: string, redactBeginning: RedactBeginning): string {
  if (text.length * MOST_BYTES_PER_CHARACTER <= KEPT_TEXT_BYTES) return text
  if (Buffer.byteLength(text) <= KEPT_TEXT_BYTES) return text
  const beginning = Buffer.from(redactBeginning(text, KEPT_TEXT_BYTES))
  // A character that is cut in two becomes the mark for what cannot be read.
  const kept = beginning.toString('utf8', 0, KEPT_TEXT_BYTES - NOTE_BYTES).replace(/\uFFFD+$/, '')
  return `${kept}… (${Math.max(1, text.length - kept.length)} more characters)`
}

function keptStart(started: Started, keep: Keep, keepItems: KeepItems): Started {
  if (started.kind !== 'started') return { ...started, problem: keptProblem(started.problem, keep) }
  const { picture } = started
  return picture ? { ...started, picture: { ...picture, items: keepItems(picture.items) } } : started
}

function keptReading(reading: Reading, keep: Keep, keepItems: KeepItems): Reading {
  switch (reading.kind) {
    case 'answer': {
      const { picture, unreadable, ...facts } = reading.facts
      const kept = { ...picture, items: keepItems(picture.items) }
      return { ...reading, facts: { ...facts, unreadable: unreadable && keep(unreadable), picture: kept } }
    }
    case 'missing':
      return reading
    case 'unread':
    case 'ended': {
      const { problem, beside } = reading
      const picture = beside && { ...beside.picture, items: keepItems(beside.picture.items) }
      const kept = picture && { ...beside, picture }
      return { ...reading, problem: keptProblem(problem, keep), beside: kept }
    }
  }
}

function keptProblem(problem: Problem, keep: Keep): Problem {
  const { message, advice } = problem
  return { ...problem, message: changed(message, keep), advice: advice && changed(advice, keep) }
}

function keptItem(item: CheckItem, keep: Keep): CheckItem {
  return {
    ...item,
    id: keep(item.id),
    baseId: keep(item.baseId),
    topic: keep(item.topic),
    name: item.name && keep(item.name),
    group: item.group && keep(item.group),
    rawStatus: item.rawStatus && keep(item.rawStatus),
    reason: item.reason && keep(item.reason),
    detail: item.detail && keep(item.detail),
    suggestion: item.suggestion && keep(item.suggestion),
    subJobs:
      item.subJobs.length === 0
        ? NO_SUB_JOBS
        : item.subJobs.map(({ id, name, status }) => ({
            id: id && keep(id),
            name: name && keep(name),
            status: status && keep(status),
          })),
    skipConsequence: item.skipConsequence && keep(item.skipConsequence),
    blackObjects: keptJson(item.blackObjects, { left: KEPT_TEXT_BYTES }, MAX_JSON_NESTING, keep),
  }
}

/** All texts of one value have the room of one text; what comes behind is counted in the list that it is in. */
function keptJson(value: JsonValue, room: { left: number }, levels: number, keep: Keep): JsonValue {
  if (typeof value === 'string') {
    room.left -= value.length
    return keep(value)
  }
  if (typeof value !== 'object' || value === null || levels === 0) return value
  const entries = Object.entries<JsonValue>({ ...value })
  const kept: [string, JsonValue][] = []
  for (const [key, part] of entries) {
    if (room.left <= 0) break
    room.left -= key.length + 1
    kept.push([keep(key), keptJson(part, room, levels - 1, keep)])
  }
  const more = entries.length - kept.length
  if (more > 0) kept.push(['…', `(${more} more)`])
  return Array.isArray(value) ? kept.map(([, part]) => part) : Object.fromEntries(kept)
}
