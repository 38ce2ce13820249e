import type { Overall } from './verdict.ts'
import type { Item } from './words.ts'

/** A finished result that counts. */
export interface Ending {
  readonly overall: Overall
  /** Something that was reported before is missing from it. */
  readonly lost: boolean
  readonly freshness: 'new' | 'assumed' | 'as-found'
}

/** What the exchanges of one task come to in one reading of them. */
export interface View {
  /** Items that must stand in the report: those last shown for the run that counts. */
  readonly items: readonly Item[]
  /** Null where the last answer showed no finished result that counts. */
  readonly ending: Ending | null
  /** The reason that the task ends with whatever else was seen. */
  readonly only?: string
}

/** What the exchanges of one task prove, by whatever service. */
export interface Findings {
  /** Some start of the task was answered, or it needs none. */
  readonly isStarted: boolean
  /** More than one where the contract leaves open how an odd answer is to be read; the gate may take any of them. */
  readonly views: readonly View[]
  /** The gate may end the task as it finds it (a lost start whose result never proved itself). */
  readonly mayGiveUp: boolean
  /** Reasons for "inconclusive" that some exchange of the task gives grounds for. */
  readonly grounds: ReadonlySet<string>
  /** Starts that were sent although an earlier one may have begun a run, or too often. */
  readonly wrongStarts: readonly string[]
}

/** A reading of odd answers: once every doubt is decided one way, once the other. */
export const DOUBTS = [false, true] as const
