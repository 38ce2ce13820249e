import { must } from './database.ts'
import { check, ofCatalogue, refused, shows } from './expect.ts'
import { overTcp, type PostgresBinary, startPostgres } from './postgres.ts'
import type { Case } from './report.ts'

/** What the lines about replication really let through on PostgreSQL. */

const IN_SHOP = { user: 'postgres', database: 'shop' }
const AS_TASK = { user: 'drs_user', database: 'shop' }

const hbaLine = (begin: string) =>
  ofCatalogue(begin).replace('DB', 'shop').replace('IP/32', '127.0.0.1/32').replace('METHOD', 'trust')

export function postgresCases(binary: PostgresBinary, work: string): readonly Case[] {
  const { version } = binary
  return [
    {
      name: `postgresql ${version}: which line of pg_hba.conf lets a logical connection in`,
      run: () => hbaCase(binary, work),
    },
    {
      name: `postgresql ${version}: with the grants alone no slot can be made; with REPLICATION and wal_level it can, and then wal_level cannot go back`,
      run: () => slotCase(binary, work),
    },
    {
      name: `postgresql ${version}: the grants let the account read what is there, the default ones what is made later`,
      run: () => grantsCase(binary, work),
    },
    {
      name: `postgresql ${version}: with SELECT alone row level security hides rows without an error; with BYPASSRLS it does not`,
      run: () => rowsCase(binary, work),
    },
    {
      name: `postgresql ${version}: a key alone does not mend a lost replica identity; with REPLICA IDENTITY DEFAULT it does`,
      run: () => identityCase(binary, work),
    },
  ]
}

async function hbaCase(binary: PostgresBinary, work: string): Promise<void> {
  const local = 'local all postgres trust\n'
  const database = hbaLine('host DB drs_user')
  const replication = hbaLine('host replication drs_user')
  const isOld = binary.version.startsWith('9')
  for (const [line, isLetIn] of [
    [database, !isOld],
    [replication, isOld],
  ] as const) {
    const server = await startPostgres(binary, work, { hba: `${local}${line}\n` })
    await must(server, 'CREATE ROLE drs_user LOGIN REPLICATION; CREATE DATABASE shop')
    const { error } = await overTcp(server.port, 'IDENTIFY_SYSTEM', AS_TASK, 'replication=database')
    await server.stop()
    check((error === null) === isLetIn, `with "${line}" the logical connection: ${error ?? 'let in'}`)
  }
}

async function slotCase(binary: PostgresBinary, work: string): Promise<void> {
  const wal = ofCatalogue('wal_level = logical')
  const server = await startPostgres(binary, work, { lines: [wal] })
  const make = "SELECT count(*) FROM pg_create_logical_replication_slot('slot1', 'test_decoding')"
  await must(server, 'CREATE ROLE drs_user LOGIN; CREATE DATABASE shop')
  await refused(server, make, /42501/, AS_TASK)
  await must(server, ofCatalogue('ALTER ROLE drs_user REPLICATION'))
  await shows(server, make, ['1'], AS_TASK)
  await server.stop()
  const back = { lines: ['wal_level = replica'], data: server.folder }
  const started = await startPostgres(binary, work, back).catch(() => null)
  await started?.stop()
  check(started === null, 'it starts with a slot left and wal_level = replica')
  const again = await startPostgres(binary, work, { lines: [wal], data: server.folder })
  await must(again, ofCatalogue('SELECT pg_drop_replication_slot').replace('NAME', 'slot1'), IN_SHOP)
  await again.stop()
  await (await startPostgres(binary, work, back)).stop()
}

async function grantsCase(binary: PostgresBinary, work: string): Promise<void> {
  const server = await startPostgres(binary, work)
  const asOwner = { user: 'shop_owner', database: 'shop' }
  await must(
    server,
    'CREATE ROLE shop_owner LOGIN; CREATE ROLE drs_user LOGIN; CREATE DATABASE shop OWNER shop_owner',
  )
  await must(server, 'CREATE SCHEMA sales; CREATE TABLE sales.t (id int)', asOwner)
  const read = (table: string) => `SELECT count(*) FROM sales.${table}`
  await refused(server, read('t'), /42501/, AS_TASK)
  await must(
    server,
    ofCatalogue('GRANT CONNECT ON DATABASE').replaceAll('DB', 'shop').replaceAll(' S ', ' sales '),
    asOwner,
  )
  await shows(server, read('t'), ['0'], AS_TASK)
  await must(server, 'CREATE TABLE sales.early (id int)', asOwner)
  await refused(server, read('early'), /42501/, AS_TASK)
  await must(server, ofCatalogue('ALTER DEFAULT PRIVILEGES').replace(' S ', ' sales '), asOwner)
  await must(server, 'CREATE TABLE sales.late (id int)', asOwner)
  await shows(server, read('late'), ['0'], AS_TASK)
  await server.stop()
}

async function rowsCase(binary: PostgresBinary, work: string): Promise<void> {
  const server = await startPostgres(binary, work)
  await must(server, 'CREATE ROLE drs_user LOGIN; CREATE DATABASE shop')
  await must(
    server,
    'CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t SELECT generate_series(1, 10); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY half ON t USING (id > 5); GRANT SELECT ON t TO drs_user',
    IN_SHOP,
  )
  await shows(server, ofCatalogue('SELECT oid::regclass FROM pg_class WHERE relrowsecurity'), ['t'], AS_TASK)
  await shows(server, 'SELECT count(*) FROM t', ['5'], AS_TASK)
  await must(server, ofCatalogue('ALTER ROLE drs_user BYPASSRLS'))
  await shows(server, 'SELECT count(*) FROM t', ['10'], AS_TASK)
  await server.stop()
}

async function identityCase(binary: PostgresBinary, work: string): Promise<void> {
  const server = await startPostgres(binary, work)
  await must(server, 'CREATE DATABASE shop')
  await must(
    server,
    'CREATE SCHEMA s; CREATE TABLE s.t (id int NOT NULL); CREATE UNIQUE INDEX u ON s.t (id); ALTER TABLE s.t REPLICA IDENTITY USING INDEX u; DROP INDEX s.u; INSERT INTO s.t VALUES (1)',
    IN_SHOP,
  )
  const isPublishing = !binary.version.startsWith('9')
  if (isPublishing) await must(server, 'CREATE PUBLICATION p FOR ALL TABLES', IN_SHOP)
  const list = ofCatalogue('SELECT c.oid::regclass')
  const [addKey = '', setDefault = ''] = ofCatalogue('ALTER TABLE S.T ADD PRIMARY KEY')
    .replaceAll('S.T', 's.t')
    .replace('COL', 'id')
    .split('\n')
  await must(server, addKey, IN_SHOP)
  await shows(server, list, ['s.t\ti'], IN_SHOP)
  if (isPublishing) await refused(server, 'UPDATE s.t SET id = 2', /55000/, IN_SHOP)
  await must(server, setDefault, IN_SHOP)
  await shows(server, list, [], IN_SHOP)
  await must(server, 'UPDATE s.t SET id = 2', IN_SHOP)
  await server.stop()
}
