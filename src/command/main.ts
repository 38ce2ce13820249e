import { nearestName } from '../plan/near-miss.ts'
import { readArguments } from './arguments.ts'
import { COMMANDS } from './commands.ts'
import { USAGE_EXIT_CODE, type World } from './world.ts'

/** Finds the command that a command line names, and runs it. Returns the exit code. */
export async function runCommandLine(args: readonly string[], world: World): Promise<number> {
  const [word = '', ...rest] = args
  const command = COMMANDS.get(word)
  if (command !== undefined) {
    const given = readArguments(rest, command.options, command.elsewhere)
    if (!given.help) return command.run(given, world)
    const { helpOf } = await import('./help.ts')
    return printed(helpOf(word, command), world)
  }
  const { overview, VERSION } = await import('./help.ts')
  if (word === '--help' || word === '-h') return printed(overview(COMMANDS), world)
  if (word === '--version') return printed(VERSION, world)
  world.say(`precheck-gate: ${wrongWith(word)}\n\n${overview(COMMANDS)}`)
  return USAGE_EXIT_CODE
}

async function printed(text: string, world: World): Promise<number> {
  await world.print(text)
  return 0
}

/** The word is not shown: it may be the value of an option that stands before the command. */
function wrongWith(word: string): string {
  if (word === '') return 'a command is missing'
  const meant = nearestName(word, [...COMMANDS.keys()])
  return meant === null ? 'the first word is no command' : `the first word is no command; was ${meant} meant?`
}
