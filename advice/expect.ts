import { codeOf } from './commands.ts'
import { type Answer, type Database, type Login, must } from './database.ts'

/** How the cases about effects say what has to happen. */

/** Returns a command of the catalogue by its begin, so that a case breaks when the catalogue no longer gives it. */
export const ofCatalogue = codeOf

export async function refused(
  database: Database,
  statements: string,
  error: RegExp,
  login?: Login,
): Promise<void> {
  const answer = await database.ask(statements, login)
  check(answer.error !== null && error.test(answer.error), `${statements}: ${said(answer)}, and not ${error}`)
}

export async function shows(
  database: Database,
  question: string,
  rows: readonly string[],
  login?: Login,
): Promise<void> {
  const shown = await must(database, question, login)
  check(
    shown.join('\n') === rows.join('\n'),
    `${question}: ${JSON.stringify(shown)}, and not ${JSON.stringify(rows)}`,
  )
}

export function check(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what)
}

const said = ({ error, rows }: Answer) => error ?? `went through with ${JSON.stringify(rows)}`
