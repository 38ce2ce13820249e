import type { Environment } from '../ports.ts'
import type { Annotation } from '../report/annotations.ts'
import type { OutputName } from '../report/outputs.ts'

/** What the runner lends to the gate; each door has its own. */
export interface Runner {
  readonly environment: Environment
  /** For files that last as long as the job. */
  readonly tempDir: string
  /** Where the repository is checked out; relative paths start here. */
  readonly workspace: string
  /** The parsed payload of the event that started the workflow: anything at all; `UnreadablePayload` when it could not be read. */
  readonly eventPayload: unknown
  input(name: string): string
  mask(secret: string): void
  /** Prints a line that is safe to print. */
  log(line: string): void
  /** Prints the last line, the verdict. */
  conclude(line: string): void
  annotate(annotation: Annotation): void
  /** Sets outputs. Rejects when they cannot be set, and may never settle where the file system hangs. */
  setOutputs(outputs: Readonly<Partial<Record<OutputName, string>>>): Promise<void>
  /** Adds to the job summary; does nothing where there is none. May never settle either. */
  writeSummary(markdown: string): Promise<void>
}
