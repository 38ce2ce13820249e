import { rm } from 'node:fs/promises'
import * as path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { must } from './database.ts'
import { BINLOG_ON_80, binlogCases } from './effects-binlog.ts'
import { check, ofCatalogue, refused, shows } from './expect.ts'
import { filled, makeAccounts, resetSchema, TASK } from './fixtures-mysql.ts'
import { type MySqlBinary, type MySqlServer, startMysql } from './mysql.ts'
import type { Case } from './report.ts'

/** What a line does beside what it is for: with the line that the catalogue once gave, and with the one it gives. */

/** Cases that share one server of a version; each makes the schema anew. */
export type Effect = readonly [name: string, run: (server: MySqlServer) => Promise<void>]

const NO_PASSWORD = { user: 'ghost' }

const ON_ALL: readonly Effect[] = [
  [
    'a column with AUTO_INCREMENT is added only while nobody writes',
    async server => {
      const add = filled('', ofCatalogue('ALTER TABLE DB.T ADD COLUMN id').replace(' INVISIBLE', ''))
      await refused(server, `${add}, ALGORITHM=INPLACE, LOCK=NONE`, /1846/)
      await must(server, `${add}, ALGORITHM=INPLACE, LOCK=SHARED`)
    },
  ],
  [
    'CONVERT TO takes every text column with it, also one with a collation of its own, and is refused where values become equal',
    async server => {
      const list = ofCatalogue('SELECT table_schema, table_name, column_name, collation_name')
      const shown = `${list} AND table_name = 'collated' ORDER BY column_name`
      const [convert, modify] = ['ALTER TABLE DB.T CONVERT TO', 'ALTER TABLE DB.T MODIFY COL TYPE'].map(
        begin => filled('', ofCatalogue(begin)),
      )
      const as = (c: string, d: string) => [`shop\tcollated\tc\t${c}`, `shop\tcollated\td\t${d}`]
      await must(
        server,
        "ALTER TABLE shop.collated COLLATE utf8mb4_general_ci, ADD UNIQUE (c); INSERT INTO shop.collated VALUES (1, 'a', 'x'), (2, 'A', 'y')",
      )
      await shows(server, shown, as('utf8mb4_bin', 'utf8mb4_unicode_ci'))
      await shows(server, filled('', ofCatalogue('SELECT MIN(COL)')), ['A\ta\t2'])
      await refused(server, convert ?? '', /1062/)
      await must(server, `DELETE FROM shop.collated WHERE id = 2; ${convert}`)
      await shows(server, shown, as('utf8mb4_general_ci', 'utf8mb4_general_ci'))
      await must(server, modify ?? '')
      await shows(server, shown, as('utf8mb4_bin', 'utf8mb4_general_ci'))
    },
  ],
  [
    'CONVERT TO is refused where a foreign key uses a text column',
    async server => {
      await must(
        server,
        'CREATE TABLE shop.up (k VARCHAR(9) PRIMARY KEY) COLLATE utf8mb4_bin; CREATE TABLE shop.down (k VARCHAR(9), FOREIGN KEY (k) REFERENCES shop.up (k)) COLLATE utf8mb4_bin',
      )
      await refused(
        server,
        filled('', ofCatalogue('ALTER TABLE DB.T CONVERT TO')).replace('collated', 'up'),
        /1833|3780/,
      )
    },
  ],
]

const ON_57: readonly Effect[] = [
  [
    'a GRANT to an account that is not there makes it without a password; with CREATE USER first it has one',
    async server => {
      const grant = ofCatalogue('GRANT SELECT, SHOW VIEW, EVENT ON').replace('drs_user', 'ghost')
      await must(server, `SET SESSION sql_mode = ''; ${grant}`)
      await shows(server, 'SELECT 1', ['1'], NO_PASSWORD)
      await must(server, "DROP USER 'ghost'@'%'")
      await must(server, filled('', ofCatalogue('CREATE USER')).replace('drs_user', 'ghost'))
      await must(server, `SET SESSION sql_mode = ''; ${grant}`)
      await refused(server, 'SELECT 1', /1045/, NO_PASSWORD)
    },
  ],
  [
    'binlog_row_image: on 5.7 an account with no right beyond data sets it for its own session while the global says FULL',
    async server => {
      await must(server, ofCatalogue("SET GLOBAL binlog_row_image = 'FULL'"))
      await must(server, "SET SESSION binlog_row_image = 'MINIMAL'", TASK)
      await shows(server, 'SELECT @@GLOBAL.binlog_row_image', ['FULL'], TASK)
    },
  ],
]

const ON_80: readonly Effect[] = [
  [
    'a UNIQUE index that is made anew without UNIQUE takes equal rows; made anew with it, it refuses them',
    async server => {
      await must(server, 'ALTER TABLE shop.idx DROP INDEX i1, ADD UNIQUE INDEX i1 (c(191))')
      await must(server, filled('', ofCatalogue('ALTER TABLE DB.T DROP INDEX I, ADD INDEX I')))
      await must(server, "INSERT INTO shop.idx VALUES (3, 'a')")
      await refused(server, filled('', ofCatalogue('ALTER TABLE DB.T DROP INDEX I, ADD UNIQUE')), /1062/)
      await must(server, 'DELETE FROM shop.idx WHERE id = 3')
      await must(server, filled('', ofCatalogue('ALTER TABLE DB.T DROP INDEX I, ADD UNIQUE')))
      await refused(server, "INSERT INTO shop.idx VALUES (3, 'a')", /1062/)
    },
  ],
  [
    'a visible key column breaks an INSERT without a column list; an invisible one does not',
    async server => {
      await must(
        server,
        'ALTER TABLE shop.nopk ADD COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY',
      )
      await refused(server, 'INSERT INTO shop.nopk VALUES (3)', /1136/)
      await must(server, 'ALTER TABLE shop.nopk DROP COLUMN id')
      await must(
        server,
        filled(
          '',
          ofCatalogue('ALTER TABLE DB.T ADD COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT INVISIBLE'),
        ),
      )
      await must(server, 'INSERT INTO shop.nopk VALUES (3)')
    },
  ],
  [
    'a generated invisible key is hidden from the list, and a second key refused, until the session shows it',
    async server => {
      await must(
        server,
        'SET SESSION sql_generate_invisible_primary_key = ON; CREATE TABLE shop.gipk (a INT) ENGINE=InnoDB',
      )
      const list = ofCatalogue('SELECT t.table_schema')
      const hidden = 'SET SESSION show_gipk_in_create_table_and_information_schema = OFF'
      await shows(server, `${hidden}; ${list} AND t.table_name = 'gipk'`, ['shop\tgipk'])
      await refused(
        server,
        `${hidden}; ${filled('', ofCatalogue('ALTER TABLE DB.T ADD COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT INVISIBLE')).replace('nopk', 'gipk')}`,
        /1068|1075/,
      )
      await shows(server, `${ofCatalogue('SET SESSION show_gipk')}; ${list} AND t.table_name = 'gipk'`, [])
    },
  ],
  [
    'a foreign key that is dropped lets orphans in and cannot be added again; replaced in one statement it keeps them out',
    async server => {
      await must(server, 'INSERT INTO shop.parent VALUES (1); INSERT INTO shop.child VALUES (1, 1)')
      await must(
        server,
        filled('', ofCatalogue('ALTER TABLE DB.CHILD DROP FOREIGN KEY NAME, ADD CONSTRAINT')),
      )
      await refused(server, 'DELETE FROM shop.parent', /1451/)
      await must(server, 'ALTER TABLE shop.child DROP FOREIGN KEY fkc2; DELETE FROM shop.parent')
      await refused(
        server,
        'ALTER TABLE shop.child ADD CONSTRAINT fkc3 FOREIGN KEY (pid) REFERENCES shop.parent (id)',
        /1452/,
      )
    },
  ],
  [
    'triggers and functions are refused with the privileges of the destination alone, and taken with the parameter',
    async server => {
      await must(server, "CREATE USER 'dst'@'%' IDENTIFIED BY 'Pw-for-tests-1'")
      await must(
        server,
        ofCatalogue('GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER').replace('drs_user', 'dst'),
      )
      const login = { user: 'dst', password: 'Pw-for-tests-1' }
      const make = 'CREATE TRIGGER shop.trg2 BEFORE DELETE ON shop.t1 FOR EACH ROW SET @a = 1'
      await must(server, 'SET GLOBAL log_bin_trust_function_creators = OFF')
      await refused(server, make, /1419/, login)
      await must(server, ofCatalogue('SET GLOBAL log_bin_trust_function_creators'))
      await must(server, make, login)
    },
  ],
  [
    'an account without TRIGGER sees no triggers and no error',
    async server => {
      const [show = ''] = filled('', ofCatalogue('SHOW TRIGGERS FROM DB')).split(';')
      await shows(server, show, [], TASK)
      check((await must(server, show)).length > 0, 'there should be a trigger')
    },
  ],
  [
    'RENAME TABLE refuses tables with triggers and views',
    async server => {
      await refused(server, 'RENAME TABLE shop.t1 TO new_db.t1', /1435/)
      await refused(server, 'RENAME TABLE shop.v1 TO new_db.v1', /1450/)
    },
  ],
  [
    'a shorter retention deletes logs at the next rotation',
    async server => {
      await must(server, 'FLUSH BINARY LOGS')
      await pause(2_100)
      const before = (await must(server, 'SHOW BINARY LOGS')).length
      await must(server, 'SET GLOBAL binlog_expire_logs_seconds = 1; FLUSH BINARY LOGS')
      check((await must(server, 'SHOW BINARY LOGS')).length <= before, 'older logs should be gone')
      await must(server, ofCatalogue('SET GLOBAL binlog_expire_logs_seconds'))
    },
  ],
  [
    'a table with CHARSET but no COLLATE gets the collation of 8.0 whatever collation_server says',
    async server => {
      await must(
        server,
        'SET GLOBAL collation_server = utf8mb4_general_ci; CREATE DATABASE plain CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci',
      )
      await must(
        server,
        'CREATE TABLE plain.a (x INT) CHARSET=utf8mb4; CREATE TABLE plain.b (x INT) CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci',
      )
      const list = `${ofCatalogue('SELECT table_schema, table_name, table_collation')} AND table_schema = 'plain' ORDER BY table_name`
      await shows(server, list, ['plain\ta\tutf8mb4_0900_ai_ci', 'plain\tb\tutf8mb4_general_ci'])
      await must(server, 'DROP DATABASE plain; SET GLOBAL collation_server = DEFAULT')
    },
  ],
  [
    'binlog_row_image: 8.0 refuses it to an account with data rights only, but PARTIAL_JSON shows beside FULL',
    async server => {
      await refused(server, "SET SESSION binlog_row_image = 'MINIMAL'", /1227/, TASK)
      await must(server, "SET GLOBAL binlog_row_value_options = 'PARTIAL_JSON'")
      await shows(server, 'SELECT @@GLOBAL.binlog_row_image', ['FULL'])
      await shows(server, ofCatalogue('SELECT @@GLOBAL.binlog_row_value_options'), ['PARTIAL_JSON'], TASK)
      await must(server, "SET GLOBAL binlog_row_value_options = ''")
    },
  ],
]

async function effectsOn(
  binary: MySqlBinary,
  work: string,
  effects: readonly Effect[],
  each: (one: Case) => Promise<void>,
): Promise<void> {
  const server = await startMysql(binary, work, ['server_id=1'])
  try {
    await makeAccounts(server)
    for (const [name, run] of effects) {
      await resetSchema(server)
      await each({ name: `${binary.version}: ${name}`, run: () => run(server) })
    }
  } finally {
    await server.stop()
  }
}

/** What MariaDB does like MySQL. */
export function runCommonEffects(
  binary: MySqlBinary,
  work: string,
  each: (one: Case) => Promise<void>,
): Promise<void> {
  return effectsOn(binary, work, ON_ALL, each)
}

export async function runEffects(
  m57: MySqlBinary,
  m80: MySqlBinary,
  work: string,
  each: (one: Case) => Promise<void>,
): Promise<void> {
  await effectsOn(m57, work, [...ON_ALL, ...ON_57], each)
  await effectsOn(m80, work, [...ON_ALL, ...ON_80, ...BINLOG_ON_80], each)
  for (const one of [...startCases(m57, m80, work), ...binlogCases(m57, m80, work)]) await each(one)
}

/** Lines with which a server does not start, or starts and loses what was there. */
function startCases(m57: MySqlBinary, m80: MySqlBinary, work: string): readonly Case[] {
  return [
    {
      name: '8.0.31: does not start with the sql_mode of a 5.7, and does without the modes that are gone',
      run: async () => {
        const old = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_AUTO_CREATE_USER'
        await doesNotStart(m80, work, [`sql_mode=${old}`])
        await (
          await startMysql(m80, work, ['server_id=1', `sql_mode=${old.replace(',NO_AUTO_CREATE_USER', '')}`])
        ).stop()
      },
    },
    {
      name: '5.7.22: does not start with collation_server alone, and does with the character set beside it',
      run: async () => {
        const [, ...lines] = ofCatalogue('[mysqld]\ncharacter_set_server').split('\n')
        await doesNotStart(m57, work, lines.slice(1))
        await (await startMysql(m57, work, ['server_id=1', ...lines])).stop()
      },
    },
    {
      name: '5.7.22: lower_case_table_names=1 closes tables with an upper-case letter, but not those renamed before',
      run: async () => {
        const first = await startMysql(m57, work, ['server_id=1', 'lower_case_table_names=0'])
        await must(
          first,
          'CREATE DATABASE shop; CREATE TABLE shop.Up_t (id INT); CREATE TABLE shop.Old_t (id INT)',
        )
        await must(first, filled('', ofCatalogue('RENAME TABLE DB.OLD TO DB.NEW')))
        await first.stop()
        const [, line = ''] = ofCatalogue('[mysqld]\nlower_case_table_names').split('\n')
        const second = await startMysql(m57, work, ['server_id=1', line], first.folder)
        await refused(second, 'SELECT * FROM shop.Up_t', /1146/)
        await shows(second, 'SELECT COUNT(*) FROM shop.new_t', ['0'])
        await second.stop()
      },
    },
    {
      name: '8.0.31: a value of SET PERSIST beats my.cnf until RESET PERSIST',
      run: async () => {
        const first = await startMysql(m80, work)
        await must(first, "SET PERSIST binlog_format = 'MIXED'")
        await first.stop()
        const second = await startMysql(m80, work, ['server_id=1', 'binlog_format=ROW'], first.folder)
        await shows(second, 'SELECT @@GLOBAL.binlog_format', ['MIXED'])
        await must(second, 'RESET PERSIST binlog_format')
        await second.stop()
        const third = await startMysql(m80, work, ['server_id=1', 'binlog_format=ROW'], first.folder)
        await shows(third, 'SELECT @@GLOBAL.binlog_format', ['ROW'])
        await third.stop()
      },
    },
    {
      name: '8.0.31: without its auto.cnf a server makes a new UUID',
      run: async () => {
        const first = await startMysql(m80, work)
        const [before] = await must(first, 'SELECT @@server_uuid')
        await first.stop()
        await rm(path.join(first.folder, 'data', ofCatalogue('rm DATADIR/').replace('rm DATADIR/', '')))
        const second = await startMysql(m80, work, ['server_id=1'], first.folder)
        const [after] = await must(second, 'SELECT @@server_uuid')
        check(before !== undefined && after !== undefined && before !== after, `${before} and ${after}`)
        await second.stop()
      },
    },
  ]
}

async function doesNotStart(binary: MySqlBinary, work: string, lines: readonly string[]): Promise<void> {
  const started = await startMysql(binary, work, ['server_id=1', ...lines]).catch(() => null)
  await started?.stop()
  check(started === null, `${binary.version} starts with ${lines.join(', ')}`)
}
