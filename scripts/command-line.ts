/** How the commands of this project take their options: help and slips are answered with words, never with a stack. */

/** A slip in the command line; `runCommand` answers it with its text and the usage. */
export class UsageError extends Error {}

/** Exit code for a command line that makes no sense; 1 is for work that was done and found something wrong. */
const USAGE_EXIT_CODE = 2

/**
 * Runs a command, but for `--help` or `-h` prints the usage and does nothing. A `UsageError`, and whatever `parseArgs`
 * refuses, ends as exit code 2 with the reason and the usage. Every other error is a defect and keeps its stack.
 */
export async function runCommand(
  usage: string,
  run: () => Promise<void>,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return console.log(usage)
  try {
    await run()
  } catch (error) {
    if (!isSlip(error)) throw error
    console.error(`${error.message}\n\n${usage}`)
    process.exitCode = USAGE_EXIT_CODE
  }
}

function isSlip(error: unknown): error is Error {
  if (error instanceof UsageError) return true
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}

/** Returns the number that an option was given, from `least` up. Throws `UsageError` for anything else. */
export function wholeNumber(option: string, text: string, least = 0): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number
  throw new UsageError(`${option} ${text}: not a whole number from ${least} up`)
}
