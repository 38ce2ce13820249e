import type { Language } from '../precheck/sentence.ts'
import { ENGINE_NAMES, GRAMMAR } from './words.ts'

/** One thing to do, as reports show it. */
export interface Step {
  /** A sentence; with a colon at its end where a command follows. */
  readonly text: string
  /** What to run or to write, apart from the sentence, so that it can be copied. */
  readonly code: string | null
  /** The client or the file that takes it: `mysql`, `psql`, `my.cnf`, …. */
  readonly lang: string | null
  readonly changes: boolean
  /** Whether `npm run advice` runs the command on a database. */
  readonly tried: boolean
}

/** A step as the data files hold it; `schema.ts` describes the fields. */
export interface StepEntry extends Readonly<Record<Language, string>> {
  readonly engine?: string | undefined
  readonly code?: string | undefined
  readonly lang?: string | undefined
  readonly from?: string | undefined
  readonly before?: string | undefined
  readonly mariadb?: string | boolean | undefined
  readonly by?: string | undefined
  readonly tried?: boolean | undefined
  readonly changes?: boolean | undefined
}

/** What decides which steps are shown, and in which words. */
interface StepChoice {
  readonly language: Language
  /** Engines that the item is made for. */
  readonly engines: readonly string[]
  /** The task's engine; null where it is not known, then the steps of all are shown by name. */
  readonly engine: string | null
}

/** Returns the steps for a task, in order. Steps for a relative of the item's engines stay, under its name. */
export function stepsFor(entries: readonly StepEntry[], choice: StepChoice): readonly Step[] {
  return entries.filter(entry => isFor(entry, choice)).map(entry => stepOf(entry, choice))
}

function isFor({ engine }: StepEntry, choice: StepChoice): boolean {
  if (engine === undefined || choice.engine === null) return true
  return engine === choice.engine || !choice.engines.includes(engine)
}

function stepOf(entry: StepEntry, choice: StepChoice): Step {
  const { code = null, lang = null, changes = false, tried = false } = entry
  return { text: textOf(entry, choice), code, lang, changes, tried }
}

function textOf(entry: StepEntry, { language, engines, engine }: StepChoice): string {
  const grammar = GRAMMAR[language]
  const named =
    entry.engine !== undefined &&
    entry.engine !== engine &&
    (engines.length > 1 || !engines.includes(entry.engine))
  const name = named ? `${ENGINE_NAMES[entry.engine ?? '']}${grammar.colon}` : ''
  if (entry.code === undefined) return `${name}${entry[language]}`
  const isOld = entry.by === 'variables' && entry.before === '8.0'
  const right = grammar.rights[isOld ? 'variablesBefore8' : (entry.by ?? '')]
  const facts = [...versionsOf(entry, language), right].filter(fact => fact !== undefined)
  const sentence = entry[language].slice(0, -grammar.fullStop.length)
  const brackets = facts.length === 0 ? '' : grammar.brackets(facts.join(grammar.between))
  return `${name}${sentence}${brackets}${grammar.colon.trim()}`
}

function versionsOf({ from, before, mariadb }: StepEntry, language: Language): readonly string[] {
  const { from: since, before: until, between } = GRAMMAR[language]
  const bounds = [from && since(from), before && until(before)].filter(bound => bound).join(between)
  if (mariadb === undefined || bounds === '') return bounds === '' ? [] : [bounds]
  const own = `MySQL ${bounds}`
  return typeof mariadb === 'string' ? [own, `MariaDB ${since(mariadb)}`] : [own]
}
