import { COMMANDS, type Command, isFor } from './commands.ts'
import type { Database } from './database.ts'
import { complaint, proofOf, valuePattern } from './expected-mysql.ts'
import { filled, loginOf, makeAccounts, resetSchema } from './fixtures-mysql.ts'
import { type MySqlBinary, startMysql } from './mysql.ts'
import type { Results } from './report.ts'

/** Every command for MySQL and MariaDB, item by item, in the order of its steps, as the least role that may run it. */

/** Commands that only the cases about effects can run: they need a replica, or a server that is down. */
const ELSEWHERE = [/(?:SLAVE|REPLICA) SQL_THREAD/, /^rm DATADIR/]

/** Brings a server back that an item has changed. */
const UNDO: readonly (readonly [after: RegExp, undo: string])[] = [
  [
    /^SET GLOBAL gtid_mode = ON;$/,
    'SET GLOBAL gtid_mode = ON_PERMISSIVE; SET GLOBAL gtid_mode = OFF_PERMISSIVE; SET GLOBAL gtid_mode = OFF; SET GLOBAL enforce_gtid_consistency = OFF',
  ],
  [/^SET GLOBAL sql_mode/, 'SET GLOBAL sql_mode = DEFAULT'],
  [/^SET GLOBAL time_zone/, 'SET GLOBAL time_zone = DEFAULT'],
  [/REQUIRE NONE/, 'SELECT 1'],
  [/^CREATE USER/, 'SELECT 1'],
]

export async function runMysqlCommands(
  binary: MySqlBinary,
  work: string,
  results: Results,
): Promise<ReadonlySet<Command>> {
  const server = await startMysql(binary, work)
  const ran = new Set<Command>()
  try {
    await makeAccounts(server)
    const own = COMMANDS.filter(command => command.lang === 'mysql' && isFor(command, server))
    for (const [item, commands] of Map.groupBy(own, ({ item }) => item)) {
      await resetSchema(server)
      for (const command of commands) {
        if (ELSEWHERE.some(pattern => pattern.test(command.code))) continue
        await runCommand(command, item, server, results)
        ran.add(command)
      }
    }
  } finally {
    await server.stop()
  }
  return new Set([...ran, ...(await startWithLines(binary, work, results))])
}

async function runCommand(command: Command, item: string, server: Database, results: Results): Promise<void> {
  const name = `${server.family} ${server.version}: ${item}: ${command.code.replaceAll('\n', ' ')} (${command.by})`
  if (command.code.startsWith('CREATE USER')) await server.ask("DROP USER 'drs_user'@'%'")
  if (command.code === 'DROP DATABASE DB;') await server.ask("GRANT ALL ON shop.* TO 'role_owner'@'%'")
  const code = filled(item, command.code)
  const { error, rows } = await server.ask(code, loginOf(command.by))
  if (command.code.startsWith('CREATE USER')) {
    const all = 'SELECT, SHOW VIEW, EVENT, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT'
    await server.ask(`GRANT ${all} ON *.* TO 'drs_user'@'%'`)
  }
  const wrong = error ?? complaint(code, rows) ?? (await unproven(code, server))
  if (wrong === null) results.passed(name)
  else results.fail(name, wrong)
  for (const [after, undo] of UNDO) if (after.test(code)) await server.ask(undo)
}

async function unproven(code: string, server: Database): Promise<string | null> {
  const proof = proofOf(code)
  if (proof === null) return null
  const [value = ''] = (await server.ask(proof.question)).rows
  return proof.answer.test(value) ? null : `was taken, but ${proof.question} says ${JSON.stringify(value)}`
}

/** All lines for my.cnf that a version knows, in one start: each has to show in the running server. */
async function startWithLines(
  binary: MySqlBinary,
  work: string,
  results: Results,
): Promise<readonly Command[]> {
  const own = COMMANDS.filter(command => command.lang === 'my.cnf' && isFor(command, binary))
  const lines = new Map<string, string>()
  for (const { item, code } of own)
    for (const line of filled(item, code).split('\n').slice(1)) {
      const [key = '', value = ''] = line.split('=')
      lines.set(key, value)
    }
  const name = `${binary.family} ${binary.version}: starts with the lines for my.cnf`
  try {
    const server = await startMysql(
      binary,
      work,
      [...lines].map(([key, value]) => `${key}=${value}`),
    )
    for (const [key, value] of lines) {
      const question = `SELECT @@GLOBAL.${variableOf(key, binary)}`
      const { rows, error } = await server.ask(question)
      const shown = rows[0] ?? ''
      const isThere = key === 'log_bin' ? shown === '1' : valuePattern(value).test(shown)
      const line = `${name}: ${key}=${value}`
      if (error === null && isThere) results.passed(line)
      else results.fail(line, error ?? `${question} says ${JSON.stringify(shown)}`)
    }
    await server.stop()
  } catch (error) {
    results.fail(name, error instanceof Error ? error.message : String(error))
  }
  return own
}

function variableOf(key: string, { family, version }: MySqlBinary): string {
  if (key === 'default-time-zone') return 'time_zone'
  if (key === 'transaction-isolation')
    return family === 'mysql' && !version.startsWith('5') ? 'transaction_isolation' : 'tx_isolation'
  return key.replaceAll('-', '_')
}
