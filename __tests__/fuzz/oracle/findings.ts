import type { Overall } from './verdict.ts'
import type { Item } from './words.ts'

/** What the exchanges of one task prove, by whatever service. */
export interface Findings {
  /** Some start of the task was answered, or it needs none. */
  readonly isStarted: boolean
  /** Items that must stand in the report: those last shown for the run that counts. */
  readonly items: readonly Item[]
  /** Not null where the last answer showed a finished result that counts. */
  readonly finished: Overall | null
  /** As `finished`, where it depends on the very moment at which the gate took the start for made. */
  readonly perhaps: { readonly items: readonly Item[]; readonly overall: Overall } | null
  /** The gate may end the task as it finds it (a lost start whose result never proved itself). */
  readonly mayGiveUp: boolean
  /** When the last answer to a read of the task came; null without any. */
  readonly lastReadAt: number | null
  /** Reasons for "inconclusive" that some exchange of the task gives grounds for. */
  readonly grounds: ReadonlySet<string>
  /** Starts that were sent although an earlier one may have begun a run, or too often. */
  readonly wrongStarts: readonly string[]
}
