import type { Step } from '../catalogue/steps.ts'
import { STAND_INS } from '../catalogue/words.ts'
import { type FindingGroup, sameBy } from './findings.ts'
import type { ReportItem } from './schema.ts'

/** What is said about what to do, however it is written down. */

/** Returns one line for each step, a command behind its sentence. */
export function adviceText(steps: readonly Pick<Step, 'text' | 'code'>[]): string | null {
  if (steps.length === 0) return null
  return steps.map(({ text, code }) => (code === null ? text : `${text} ${oneLine(code)}`)).join('\n')
}

/** Line by line: one pattern over blanks around a line break takes the square of the time over a long row of blanks. */
const oneLine = (code: string) =>
  code
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join(' ')

export interface Advice {
  /** All of the group, its reason, or the items that have this advice where others have another one. */
  readonly about: 'all' | 'reason' | readonly ReportItem[]
  readonly steps: readonly Step[]
  /** `general`: of the catalogue, but not from the documentation of the service. */
  readonly from: NonNullable<ReportItem['adviceFrom']> | 'general' | null
  /** Where the steps may not cover what is known of causes. */
  readonly causes: readonly string[]
}

/** Returns what to do about a group: once where it is the same for all items, else by item. */
export function advicesOf({ known, items }: FindingGroup): readonly Advice[] {
  const same = sameBy(items, ({ item }) => JSON.stringify([item.steps, item.adviceFrom]))
  const isSilent = items.every(({ item }) => item.steps.length === 0)
  const ofItems = same.map((alike): Advice => {
    const [{ item, isGeneral, causes }] = alike
    const isOwn = item.adviceFrom === 'catalogue'
    return {
      about: same.length === 1 ? 'all' : alike.map(one => one.item),
      steps: item.steps,
      from: isOwn && isGeneral && known === null ? 'general' : item.adviceFrom,
      causes: isOwn || known !== null ? [] : causes,
    }
  })
  // Where the service or the team says what to do of the items, what is known of their reason still helps.
  if (known === null || items.some(({ item }) => item.adviceFrom === 'catalogue')) return ofItems
  const about = isSilent ? 'all' : 'reason'
  return [{ about, steps: known.steps, from: 'catalogue', causes: [] }, ...ofItems]
}

/** So many are enough to see what is meant. */
const STAND_INS_SHOWN = 3
/** 'N' in quotes is a value of MySQL's own, and -T an option. */
const STAND_IN = new RegExp(`(?<!-)(?!N')\\b(?:${STAND_INS.join('|')})\\b`, 'g')

/** Returns the first words of the catalogue's commands that stand for names and values which only the reader knows. */
export function standInsIn(groups: readonly FindingGroup[]): readonly string[] {
  // Advice that is the same in many groups is one list.
  const all = new Set<Advice['steps']>()
  for (const { known, items } of groups) {
    if (known !== null) all.add(known.steps)
    for (const { item } of items) if (item.adviceFrom === 'catalogue') all.add(item.steps)
  }
  const found = [...all].flatMap(steps => steps.flatMap(({ code }) => code?.match(STAND_IN) ?? []))
  return [...new Set(found)].slice(0, STAND_INS_SHOWN)
}
