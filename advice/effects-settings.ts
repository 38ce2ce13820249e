import { chown, mkdtemp, writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import { must } from './database.ts'
import { check, ofCatalogue, refused, shows } from './expect.ts'
import { type PostgresBinary, type PostgresServer, startPostgres } from './postgres.ts'
import { run, UNPRIVILEGED, until } from './process.ts'
import type { Case } from './report.ts'

/** Which settings, grants and publications of PostgreSQL hold in spite of what was just written. */

const IN_SHOP = { user: 'postgres', database: 'shop' }
const AS_TASK = { user: 'drs_user', database: 'shop' }
const SENDERS = 'max_wal_senders = 20'

export function settingsCases(binary: PostgresBinary, work: string): readonly Case[] {
  const { version } = binary
  const isOld = version.startsWith('9')
  return [
    {
      name: `postgresql ${version}: a value of ALTER SYSTEM beats postgresql.conf until RESET`,
      run: () => systemCase(binary, work),
    },
    {
      name: `postgresql ${version}: a standby with less max_wal_senders than its primary ${isOld || version === '10' ? 'goes on' : 'stops replaying and does not start again; with as many it goes on'}`,
      run: () => standbyCase(binary, work),
    },
    {
      name: `postgresql ${version}: the grants are refused as a whole where a table has another owner, or leave it out`,
      run: () => ownersCase(binary, work),
    },
    ...(isOld
      ? []
      : [
          {
            name: `postgresql ${version}: a publication that was left behind refuses UPDATE without a key, a key with REPLICA IDENTITY NOTHING does not help`,
            run: () => publicationCase(binary, work),
          },
        ]),
  ]
}

async function systemCase(binary: PostgresBinary, work: string): Promise<void> {
  const shown = async (expected: string, data: string, then: string) => {
    const server = await startPostgres(binary, work, { lines: ['wal_level = logical', SENDERS], data })
    await shows(server, ofCatalogue('SHOW max_wal_senders'), [expected])
    await must(server, then)
    await server.stop()
  }
  const first = await startPostgres(binary, work)
  await must(first, 'ALTER SYSTEM SET max_wal_senders = 3')
  await first.stop()
  await shown('3', first.folder, ofCatalogue('ALTER SYSTEM RESET max_wal_senders'))
  await shown('20', first.folder, 'SELECT 1')
}

async function standbyCase(binary: PostgresBinary, work: string): Promise<void> {
  const { version } = binary
  const before = await startPostgres(binary, work)
  await must(before, 'CREATE TABLE t (id int)')
  await before.stop()
  const folder = await copyOf(before, work)
  const primary = await startPostgres(binary, work, {
    lines: ['wal_level = logical', ofCatalogue(SENDERS)],
    data: before.folder,
  })
  await must(primary, 'INSERT INTO t VALUES (1)')
  const lines = await asStandby(folder, primary.port, version)
  const count = async (server: PostgresServer) => (await server.ask('SELECT count(*) FROM t')).rows[0]
  const low = await startPostgres(binary, work, { lines, data: folder })
  const isLenient = version === '9.6' || version === '10'
  if (isLenient) await until(async () => (await count(low)) === '1', 'the row', { seconds: 20 })
  else {
    await until(
      async () => (await low.ask('SELECT pg_is_wal_replay_paused()')).rows[0] === 't',
      'replay to pause',
      { seconds: 20 },
    )
    check((await count(low)) === '0', 'the row should not have come')
  }
  await low.stop()
  const again = await startPostgres(binary, work, { lines, data: folder }).catch(() => null)
  await again?.stop()
  check((again !== null) === isLenient, `the standby ${again === null ? 'does not start' : 'starts'} again`)
  const high = await startPostgres(binary, work, { lines: [...lines, SENDERS], data: folder })
  await until(async () => (await count(high)) === '1', 'the row', { seconds: 20 })
  await high.stop()
  await primary.stop()
}

async function copyOf({ folder }: PostgresServer, work: string): Promise<string> {
  const own = await mkdtemp(path.join(work, 'y-'))
  if (UNPRIVILEGED !== undefined) await chown(own, UNPRIVILEGED.uid, UNPRIVILEGED.gid)
  const settings = UNPRIVILEGED === undefined ? {} : { as: UNPRIVILEGED }
  const copied = await run('cp', ['-R', path.join(folder, 'data'), path.join(own, 'data')], settings)
  check(copied.ok, copied.stderr)
  return own
}

/** Makes a copied folder that of a standby, and returns its lines of postgresql.conf. */
async function asStandby(folder: string, port: number, version: string): Promise<readonly string[]> {
  const info = `primary_conninfo = 'host=127.0.0.1 port=${port} user=postgres'`
  const lines = ['wal_level = logical', 'hot_standby = on']
  const file = (name: string, text: string) => writeFile(path.join(folder, 'data', name), text)
  if (version === '9.6' || version === '10') {
    await file('recovery.conf', `standby_mode = on\n${info}\n`)
    return lines
  }
  await file('standby.signal', '')
  return [...lines, info]
}

async function ownersCase(binary: PostgresBinary, work: string): Promise<void> {
  const server = await startPostgres(binary, work)
  const [mine, his] = ['shop_owner', 'other'].map(user => ({ user, database: 'shop' }))
  await must(
    server,
    'CREATE ROLE shop_owner LOGIN; CREATE ROLE other LOGIN; CREATE ROLE drs_user LOGIN; CREATE DATABASE shop OWNER shop_owner',
  )
  await must(
    server,
    'CREATE SCHEMA sales; GRANT ALL ON SCHEMA sales TO other; CREATE TABLE sales.mine (id int)',
    mine,
  )
  await must(server, 'CREATE TABLE sales.his (id int)', his)
  const grants = ofCatalogue('GRANT CONNECT ON DATABASE')
    .replaceAll('DB', 'shop')
    .replaceAll(' S ', ' sales ')
  const read = (table: string) => `SELECT count(*) FROM sales.${table}`
  await refused(server, grants, /42501/, mine)
  await refused(server, read('mine'), /42501/, AS_TASK)
  await must(server, 'GRANT SELECT ON sales.his TO shop_owner', his)
  await must(server, grants, mine)
  await shows(server, read('mine'), ['0'], AS_TASK)
  await refused(server, read('his'), /42501/, AS_TASK)
  const owners = ofCatalogue('SELECT tableowner, count(*)').replace("'S'", "'sales'")
  check((await must(server, owners, AS_TASK)).toSorted().join() === 'other\t1,shop_owner\t1', 'both owners')
  const isNew = Number(binary.version) >= 14
  await must(server, isNew ? ofCatalogue('GRANT pg_read_all_data') : grants, IN_SHOP)
  await shows(server, read('his'), ['0'], AS_TASK)
  await server.stop()
}

async function publicationCase(binary: PostgresBinary, work: string): Promise<void> {
  const server = await startPostgres(binary, work)
  await must(server, 'CREATE DATABASE shop')
  await must(
    server,
    'CREATE SCHEMA s; CREATE TABLE s.t (id int PRIMARY KEY, u int NOT NULL UNIQUE); ALTER TABLE s.t REPLICA IDENTITY NOTHING; INSERT INTO s.t VALUES (1, 1); CREATE PUBLICATION left_behind FOR TABLE s.t',
    IN_SHOP,
  )
  const update = 'UPDATE s.t SET u = u + 1'
  const named = (begin: string) =>
    ofCatalogue(begin)
      .replace('S.T', 's.t')
      .replace(/\bI\b(?!D)/, 't_u_key')
  await refused(server, update, /55000/, IN_SHOP)
  await shows(server, ofCatalogue('SELECT c.oid::regclass'), ['s.t\tn'], IN_SHOP)
  await refused(server, 'ALTER TABLE s.t ADD PRIMARY KEY (u)', /42P16/, IN_SHOP)
  for (const begin of [
    'ALTER TABLE S.T REPLICA IDENTITY DEFAULT',
    'ALTER TABLE S.T REPLICA IDENTITY USING INDEX',
  ]) {
    await must(server, named(begin), IN_SHOP)
    await must(server, update, IN_SHOP)
    await shows(server, ofCatalogue('SELECT c.oid::regclass'), [], IN_SHOP)
    await must(server, 'ALTER TABLE s.t REPLICA IDENTITY NOTHING', IN_SHOP)
    await refused(server, update, /55000/, IN_SHOP)
  }
  await shows(server, ofCatalogue('SELECT p.pubname'), ['left_behind\tf\ts.t'], IN_SHOP)
  await must(server, ofCatalogue('DROP PUBLICATION').replace(/PUB$/, 'left_behind'), IN_SHOP)
  await must(server, update, IN_SHOP)
  await server.stop()
}
