import type { FilePorts } from '../files/ports.ts'
import type { WaiversSource } from '../github/event.ts'
import type { IdentitySide } from '../identity/method.ts'
import type { InputProblems } from '../plan/problems.ts'
import type { Clock, Deadline, Random, RedactBeginning } from '../ports.ts'
import type { Sentence } from '../precheck/sentence.ts'
import type { Notice } from '../report/dossier.ts'
import type { Report } from '../report/schema.ts'
import type { Runner } from './runner.ts'

/**
 * What stands around one run of the gate: where its policy files come from, how it gets an id token, and who is told how it
 * ends. GitHub for the action (github-side.ts), git for the command (git-side.ts).
 */
export interface CiSide extends IdentitySide {
  /** Where the waiver file is read when the user names no ref. */
  readonly defaultWaivers: WaiversSource
  /** Tells what is wrong with how inputs were given here, besides their values. */
  checkInputs(problems: InputProblems): void
  files(deadline: Deadline): FilePorts
  /** Begins to tell that the gate runs, and goes on until `settlePending`. */
  announceStart(): void
  settlePending(): Promise<readonly Notice[]>
  /** Tells how the gate ended; `findings` renders the report in at most so many characters. The step may take until `stepEndsAt`. */
  announceEnd(report: Report, head: (maxChars: number) => string, stepEndsAt: number): Promise<Announced>
}

export interface Announced {
  readonly notices: readonly Notice[]
  readonly statusLost: boolean
}

export interface SidePorts {
  readonly runner: Runner
  readonly clock: Clock
  readonly random: Random
  readonly userAgent: string
  readonly cancelled: AbortSignal
  readonly redactBeginning: RedactBeginning
  readonly log: (text: Sentence) => void
}
