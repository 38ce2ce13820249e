/** A database as the cases see it. */

export interface Answer {
  /** null when all went well. */
  readonly error: string | null
  /** Rows as text, columns between tabs. */
  readonly rows: readonly string[]
}

export interface Login {
  readonly user: string
  readonly password?: string
  readonly database?: string
}

export type Family = 'mysql' | 'mariadb' | 'postgresql' | 'oceanbase'

export interface Database {
  readonly family: Family
  readonly version: string
  /** Runs statements as somebody, one after the other in one session, up to the first error. */
  readonly ask: (statements: string, login?: Login) => Promise<Answer>
  readonly stop: () => Promise<void>
}

/** Runs statements and returns their rows; an error ends the case. */
export async function must(
  database: Database,
  statements: string,
  login?: Login,
): Promise<readonly string[]> {
  const { error, rows } = await database.ask(statements, login)
  if (error !== null) throw new Error(`${database.family} ${database.version}: ${statements}: ${error}`)
  return rows
}

/** Compares versions part by part. */
export function isBelow(version: string, other: string): boolean {
  const own = version.split('.').map(Number)
  for (const [index, part] of other.split('.').map(Number).entries()) {
    const mine = own[index] ?? 0
    if (mine !== part) return mine < part
  }
  return false
}
