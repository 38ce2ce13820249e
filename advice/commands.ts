import type { TitledChecks } from '../src/catalogue/schema.ts'
import { CATALOGUE_FILES } from '../testing/catalogue-files.ts'
import { type Database, type Family, isBelow } from './database.ts'

/** Every command of the catalogue, with the item that gives it. */

type Step = Extract<TitledChecks[number]['steps'][number], { code: string }>

export interface Command extends Step {
  /** Service and item, reason or title. */
  readonly item: string
}

const coded = CATALOGUE_FILES.flatMap(({ name, file }) => [
  ...Object.entries(file.items).map(([key, item]) => ({ item: `${name} ${key}`, ...item })),
  ...Object.entries(file.reasons).map(([key, { steps }]) => ({ item: `${name} ${key}`, engines: [], steps })),
])
const titled = CATALOGUE_FILES.flatMap(({ name, titled: checks }) =>
  checks.map(check => ({ item: `${name} "${check['en-us'].title}"`, ...check })),
)

/** Those that are said to have been tried: what runs here is what the reports say of them. */
export const COMMANDS: readonly Command[] = [...coded, ...titled].flatMap(({ item, engines, steps }) =>
  steps.flatMap(step => {
    if (!('code' in step) || !step.tried) return []
    const isOceanBase = engines.length === 1 && engines[0] === 'oceanbase'
    // The accounts are made under these names in lower case: some files and statements keep the case of a name.
    const code = step.code.replaceAll(/\b(?:DRS|OMS)_USER\b/g, user => user.toLowerCase())
    return [{ item, ...step, code, ...(isOceanBase ? { engine: 'oceanbase' as const } : {}) }]
  }),
)

const FAMILIES: Readonly<Record<string, readonly Family[]>> = {
  mysql: ['mysql', 'mariadb'],
  'my.cnf': ['mysql', 'mariadb'],
  obclient: ['oceanbase'],
  psql: ['postgresql'],
  'postgresql.conf': ['postgresql'],
  'pg_hba.conf': ['postgresql'],
  shell: ['mysql', 'mariadb'],
}

/** Whether a command is made for a database: its client, its relatives, and the versions that it names. */
export function isFor(command: Command, { family, version }: Pick<Database, 'family' | 'version'>): boolean {
  if (command.engine === 'oceanbase') return family === 'oceanbase'
  if (!(FAMILIES[command.lang] ?? []).includes(family)) return false
  if (family === 'mariadb') {
    if (command.mariadb === false) return false
    return command.mariadb === undefined || !isBelow(version, command.mariadb)
  }
  if (command.from !== undefined && isBelow(version, command.from)) return false
  return command.before === undefined || isBelow(version, command.before)
}

/**
 * Returns the code of a command, whole or by its begin; throws when the catalogue no longer gives it. Without its last semicolon:
 * the cases build longer statements of it.
 */
export function codeOf(begin: string): string {
  const codes = COMMANDS.map(({ code }) => code.replace(/;$/, ''))
  const found = codes.find(code => code === begin) ?? codes.find(code => code.startsWith(begin))
  if (found === undefined) throw new Error(`the catalogue gives no command that begins with ${begin}`)
  return found
}
