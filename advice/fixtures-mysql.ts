import type { Database, Login } from './database.ts'
import { isBelow, must } from './database.ts'

/** What the commands of the catalogue meet on MySQL and MariaDB: one of everything that they speak of. */

const SCHEMA = `
DROP DATABASE IF EXISTS shop; DROP DATABASE IF EXISTS Old_db; DROP DATABASE IF EXISTS new_db; DROP DATABASE IF EXISTS test; DROP DATABASE IF EXISTS made;
CREATE DATABASE shop CHARACTER SET utf8mb4; CREATE DATABASE Old_db; CREATE DATABASE new_db; CREATE DATABASE test; USE shop;
CREATE TABLE t1 (id INT PRIMARY KEY, body LONGTEXT, c VARCHAR(180) CHARACTER SET utf8mb4, KEY i1 (c)) ENGINE=InnoDB;
INSERT INTO t1 VALUES (1, REPEAT('x', 5000), 'a'), (2, 'y', 'b');
CREATE TABLE idx (id INT PRIMARY KEY, c VARCHAR(250) CHARACTER SET utf8mb4, KEY i1 (c(100))) ENGINE=InnoDB;
INSERT INTO idx VALUES (1, 'a'), (2, 'b');
CREATE TABLE long_k (id INT PRIMARY KEY, c VARCHAR(250) CHARACTER SET utf8mb4, KEY k1 (c)) ENGINE=InnoDB;
CREATE TABLE collated (id INT PRIMARY KEY, c VARCHAR(20) COLLATE utf8mb4_bin, d VARCHAR(20)) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE myi (id INT PRIMARY KEY) ENGINE=MyISAM;
CREATE TABLE mem (id INT PRIMARY KEY) ENGINE=MEMORY;
CREATE TABLE nopk (a INT) ENGINE=InnoDB; INSERT INTO nopk VALUES (1), (2);
CREATE TABLE Old_t (id INT PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE old_c (id INT PRIMARY KEY, old_c INT, KEY old_i (old_c)) ENGINE=InnoDB;
CREATE TABLE fl (f FLOAT PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE parted (id INT PRIMARY KEY) ENGINE=InnoDB PARTITION BY HASH (id) PARTITIONS 2;
CREATE TABLE parent (id INT PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE child (id INT PRIMARY KEY, pid INT, CONSTRAINT fkc FOREIGN KEY (pid) REFERENCES parent (id) ON DELETE CASCADE) ENGINE=InnoDB;
CREATE VIEW v1 AS SELECT id FROM t1;
CREATE TRIGGER trg1 BEFORE INSERT ON t1 FOR EACH ROW SET NEW.c = 'c';
CREATE PROCEDURE p1() SELECT 1;
CREATE EVENT ev1 ON SCHEDULE EVERY 1 DAY DO SELECT 1;
CREATE TABLE Old_db.T (id INT PRIMARY KEY) ENGINE=InnoDB;
`

/** Makes everything anew. */
export async function resetSchema(database: Database): Promise<void> {
  await must(database, SCHEMA)
}

const PASSWORD = 'Pw-for-tests-1'
export const TASK: Login = { user: 'drs_user', password: PASSWORD }

/** One account for each role that a step names, with no more than that. */
export async function makeAccounts(database: Database): Promise<void> {
  const { family, version } = database
  const isOld = family === 'mysql' && isBelow(version, '8.0')
  const variables =
    family === 'mariadb'
      ? 'SUPER, BINLOG ADMIN, CONNECTION ADMIN, REPLICATION MASTER ADMIN, REPLICATION SLAVE ADMIN'
      : isOld
        ? 'SUPER'
        : 'SYSTEM_VARIABLES_ADMIN'
  const accounts: readonly (readonly [user: string, grant: string])[] = [
    ['drs_user', 'SELECT, SHOW VIEW, EVENT, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT ON *.*'],
    ['role_triggers', 'TRIGGER, EVENT ON shop.*'],
    ['role_variables', `${variables} ON *.*`],
    ['role_owner', 'ALL ON shop.*'],
    ['oms_user', 'USAGE ON *.*'],
  ]
  for (const [user, grant] of accounts) {
    await must(
      database,
      `CREATE USER '${user}'@'%' IDENTIFIED BY '${PASSWORD}'; GRANT ${grant} TO '${user}'@'%'`,
    )
  }
  await must(
    database,
    "GRANT ALL ON `Old_db`.* TO 'role_owner'@'%'; GRANT ALL ON new_db.* TO 'role_owner'@'%'",
  )
}

/** The login of a role; the administrator is root. */
export function loginOf(role: string): Login {
  switch (role) {
    case 'task':
      return TASK
    case 'triggers':
    case 'variables':
    case 'owner':
      return { user: `role_${role}`, password: PASSWORD }
    default:
      return { user: 'root' }
  }
}

const ALWAYS: Readonly<Record<string, string>> = {
  DB: 'shop',
  T: 't1',
  COL: 'c',
  COL2: 'id',
  I: 'i1',
  N: '4242',
  NAME: 'p1',
  NAME2: 'fkc2',
  CHILD: 'child',
  PARENT: 'parent',
  OLD: 'Old_t',
  NEW: 'new_t',
  PASSWORD: PASSWORD,
  MODES: 'STRICT_TRANS_TABLES,NO_ZERO_DATE',
  DATADIR: '/nowhere',
}

/** Names that other commands need; by a part of the item and a part of the command. */
const OFTEN: readonly (readonly [item: string, code: string, names: Readonly<Record<string, string>>])[] = [
  ['', 'OLD.T TO NEW.T', { OLD: 'Old_db', NEW: 'new_db', T: 'T' }],
  ['', 'FOREIGN KEY', { NAME: 'fkc', COL: 'pid' }],
  ['', 'ENGINE=InnoDB', { T: 'myi' }],
  ['UnsupportEngine', 'ENGINE=InnoDB', { T: 'mem' }],
  ['', ' INDEX I', { T: 'idx' }],
  ['', 'ADD COLUMN id', { T: 'nopk' }],
  ['', 'CHANGE COLUMN', { T: 'old_c', OLD: 'old_c', NEW: 'new_c', TYPE: 'INT' }],
  ['', 'RENAME INDEX', { T: 'old_c', OLD: 'old_i', NEW: 'new_i' }],
  ['', 'SHOW CREATE TRIGGER', { NAME: 'trg1' }],
  ['', 'VARIABLES LIKE', { NAME: 'innodb_file_per_table' }],
  ['', 'CREATE DATABASE', { DB: 'made' }],
  ['', 'MAX(LENGTH', { COL: 'body' }],
  ['', 'CONVERT', { T: 'collated', COL: 'c' }],
  ['', 'MODIFY COL TYPE', { T: 'collated', COL: 'c', TYPE: 'VARCHAR(20)' }],
  ['', 'MODIFY COL DECIMAL', { T: 'fl', COL: 'f' }],
]

/** Puts names of the fixture in the place of the words in capitals. */
export function filled(item: string, code: string): string {
  const own = OFTEN.filter(([of, part]) => item.includes(of) && code.includes(part)).map(
    ([, , names]) => names,
  )
  const names = Object.assign({}, ALWAYS, ...own)
  // 'N' in quotes is a value of MySQL's own.
  return code.replace(/(?<!')\b[A-Z]+\d?\b|\b[A-Z]{2,}\d?\b/g, word =>
    Object.hasOwn(names, word) ? names[word] : word,
  )
}
