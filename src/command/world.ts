import type { Environment } from '../ports.ts'

/** What the process lends to a command; cli.ts has the real one. */
export interface World {
  readonly environment: Environment
  /** The working directory, where relative paths start. */
  readonly folder: string
  readonly tempDir: string
  /** The parsed payload of the event under Actions; null elsewhere. */
  readonly eventPayload: unknown
  readonly cancelled: AbortSignal
  /** Prints the result, and nothing but the result. Rejects when it cannot be printed. */
  print(text: string): Promise<void>
  /** Prints a line beside the result. */
  say(line: string): void
  /** Called with every secret, so that what is printed past the gate can leave it out. */
  keepSecret(secret: string): void
}

/** The page in Markdown, beside the other report files. */
export const SUMMARY = 'summary.md'

/** The exit code of a command line that makes no sense. */
export const USAGE_EXIT_CODE = 2
