import { COMMANDS, type Command, isFor } from './commands.ts'
import { type Database, type Login, must } from './database.ts'
import { type PostgresBinary, startPostgres } from './postgres.ts'
import type { Results } from './report.ts'

/** Every command for PostgreSQL, item by item, in the order of its steps, as the least role that may run it. */

const SCHEMA = `
DROP SCHEMA IF EXISTS sales, made CASCADE; CREATE SCHEMA sales AUTHORIZATION role_owner; SET ROLE role_owner;
CREATE TABLE sales.t1 (id int NOT NULL, body text, bin bytea);
INSERT INTO sales.t1 VALUES (1, repeat('x', 300), 'abc');
CREATE TABLE sales.keyed (id int PRIMARY KEY, doc json);
CREATE TABLE sales.late (id int, CONSTRAINT late_key PRIMARY KEY (id) DEFERRABLE);
CREATE TABLE sales.child (id int PRIMARY KEY, pid int, CONSTRAINT fk1 FOREIGN KEY (pid) REFERENCES sales.keyed (id) DEFERRABLE);
CREATE UNLOGGED TABLE sales.fast (id int PRIMARY KEY);
CREATE SEQUENCE sales.seq1;
CREATE TABLE sales.silent (id int PRIMARY KEY); ALTER TABLE sales.silent REPLICA IDENTITY NOTHING;
CREATE TABLE sales.uniq (id int NOT NULL); CREATE UNIQUE INDEX by_id ON sales.uniq (id);
CREATE TABLE sales.guarded (id int PRIMARY KEY); ALTER TABLE sales.guarded ENABLE ROW LEVEL SECURITY;
RESET ROLE;
`
const ROLES =
  'CREATE ROLE role_owner LOGIN; CREATE ROLE drs_user LOGIN; CREATE DATABASE shop OWNER role_owner;'

const NAMES: Readonly<Record<string, string>> = {
  DB: 'shop',
  S: 'sales',
  T: 't1',
  COL: 'id',
  EXT: 'plpgsql',
  NAME: 'slot1',
  NAME2: 'late_key',
  PUB: 'left_behind',
  S2: 'made',
  I: 'by_id',
}
const OFTEN: readonly (readonly [part: string, names: Readonly<Record<string, string>>])[] = [
  ['octet_length', { COL: 'body' }],
  ['ALTER CONSTRAINT', { T: 'child', NAME: 'fk1' }],
  ['DROP CONSTRAINT', { T: 'late' }],
  ['SET LOGGED', { T: 'fast' }],
  ['REPLICA IDENTITY DEFAULT', { T: 'silent' }],
  ['ADD PRIMARY KEY (COL);\n', { T: 't1' }],
  ['USING INDEX', { T: 'uniq' }],
]

/** What a list has to show on the schema above. */
const SHOWN: readonly (readonly [begin: string, rows: readonly string[]])[] = [
  ['SELECT oid::regclass FROM pg_class WHERE relrowsecurity', ['sales.guarded']],
  ['SELECT oid::regclass FROM pg_class WHERE relpersistence', ['sales.fast']],
  [
    'SELECT c.oid::regclass, c.relreplident',
    ['sales.late\td', 'sales.silent\tn', 'sales.t1\td', 'sales.uniq\td'],
  ],
  ['SELECT conrelid::regclass, conname, contype', ['sales.child\tfk1\tf', 'sales.late\tlate_key\tp']],
  ['SELECT conrelid::regclass, conname, confrelid', ['sales.child\tfk1\tsales.keyed']],
  ['SELECT table_schema, table_name, column_name FROM', ['sales\tt1\tbin', 'sales\tt1\tbody']],
  ['SELECT max(octet_length', ['300']],
  ['SELECT tableowner, count(*)', ['role_owner\t8']],
  ['SELECT p.pubname', ['left_behind\tf\tsales.keyed']],
  ['SHOW wal_level', ['logical']],
  ['SELECT pg_is_in_recovery', ['f']],
  ['SELECT pg_reload_conf', ['t']],
]

export async function runPostgresCommands(
  binary: PostgresBinary,
  work: string,
  results: Results,
): Promise<ReadonlySet<Command>> {
  const conf = COMMANDS.filter(({ lang }) => lang === 'postgresql.conf')
  const lines = [...new Set(conf.map(({ code }) => code))]
  const server = await startPostgres(binary, work, { lines })
  const ran = new Set<Command>(conf)
  try {
    for (const line of lines) await checkLine(line, server, results)
    await must(server, ROLES)
    const own = COMMANDS.filter(command => command.lang === 'psql' && isFor(command, server))
    for (const [, commands] of Map.groupBy(own, ({ item }) => item)) {
      await must(server, SCHEMA, { user: 'postgres', database: 'shop' })
      // Where an item is not about the grants, the task's account has them already.
      const isAboutGrants = commands.some(({ code }) => code.startsWith('GRANT CONNECT'))
      if (!isAboutGrants) await server.ask(READ_ALL, IN_SHOP)
      for (const command of commands) {
        await runCommand(command, server, results)
        ran.add(command)
      }
    }
  } finally {
    await server.stop()
  }
  return ran
}

const READ_ALL =
  'GRANT USAGE ON SCHEMA sales TO drs_user; GRANT SELECT ON ALL TABLES IN SCHEMA sales TO drs_user'

const IN_SHOP: Login = { user: 'postgres', database: 'shop' }

async function checkLine(line: string, server: Database, results: Results): Promise<void> {
  const [name = '', value = ''] = line.split(' = ')
  const { rows, error } = await server.ask(`SHOW ${name}`)
  const title = `postgresql ${server.version}: starts with ${line}`
  if (error === null && rows[0] === value) results.passed(title)
  else results.fail(title, error ?? `SHOW ${name} says ${rows[0]}`)
}

async function runCommand(command: Command, server: Database, results: Results): Promise<void> {
  const { code, item, by } = command
  const names = Object.assign(
    {},
    NAMES,
    ...OFTEN.filter(([part]) => code.includes(part)).map(([, own]) => own),
  )
  const text = code.replace(/\b[A-Z]+\d?\b/g, word => (Object.hasOwn(names, word) ? names[word] : word))
  if (code.includes('pg_drop_replication_slot'))
    await must(server, "SELECT pg_create_logical_replication_slot('slot1', 'test_decoding')", IN_SHOP)
  if (code.startsWith('SELECT p.pubname'))
    await must(server, 'CREATE PUBLICATION left_behind FOR TABLE sales.keyed', IN_SHOP)
  const user = by === 'superuser' ? 'postgres' : by === 'owner' ? 'role_owner' : 'drs_user'
  const { error, rows } = await server.ask(text, { user, database: 'shop' })
  const name = `postgresql ${server.version}: ${item}: ${code.replaceAll('\n', ' ')} (${by})`
  const wrong = error ?? complaint(code, rows)
  if (wrong === null) results.passed(name)
  else results.fail(name, wrong)
}

function complaint(code: string, rows: readonly string[]): string | null {
  const shown = SHOWN.find(([begin]) => code.startsWith(begin))
  if (shown === undefined || rows.toSorted().join('\n') === shown[1].toSorted().join('\n')) return null
  return `shows ${JSON.stringify(rows)} and not ${JSON.stringify(shown[1])}`
}
