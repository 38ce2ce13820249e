import { COMMANDS, type Command } from './commands.ts'
import { type Database, must } from './database.ts'
import { check, ofCatalogue, refused, shows } from './expect.ts'
import type { Case } from './report.ts'

/** What is said of OceanBase, on seekdb. */

export function seekdbCases(database: Database): readonly Case[] {
  return [
    {
      name: 'oceanbase: log_bin says ON where no binlog is; only the list of logs tells',
      run: async () => {
        await shows(database, "SHOW VARIABLES LIKE 'log_bin'", ['log_bin\tON'])
        await refused(database, ofCatalogue('SHOW MASTER STATUS'), /1064/)
      },
    },
    {
      name: 'oceanbase: gtid_mode = ON is accepted and stays OFF',
      run: async () => {
        await must(database, ofCatalogue('SET GLOBAL gtid_mode = ON'))
        await shows(database, 'SELECT @@GLOBAL.gtid_mode', ['OFF'])
      },
    },
    {
      name: 'oceanbase: a key column in one statement is refused, in two it is taken',
      run: async () => {
        await must(
          database,
          'CREATE DATABASE shop;\nCREATE TABLE shop.nopk (a INT);\nINSERT INTO shop.nopk VALUES (1)',
        )
        await refused(
          database,
          'ALTER TABLE shop.nopk ADD COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY',
          /1235/,
        )
        await must(
          database,
          ofCatalogue('ALTER TABLE DB.T ADD COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT;').replaceAll(
            'DB.T',
            'shop.nopk',
          ),
        )
      },
    },
    {
      name: 'oceanbase: a table with a visible key column takes no INSERT without a column list',
      run: () => refused(database, 'INSERT INTO shop.nopk VALUES (2)', /1136/),
    },
    {
      name: 'oceanbase: the allow-list of a tenant is replaced as a whole',
      run: async () => {
        await must(
          database,
          ofCatalogue('SET GLOBAL ob_tcp_invited_nodes').replace('LIST', '127.0.0.1,10.0.0.0/8'),
        )
        const [row = ''] = await must(database, ofCatalogue("SHOW VARIABLES LIKE 'ob_tcp_invited_nodes'"))
        check(row.endsWith('127.0.0.1,10.0.0.0/8'), row)
        check((await must(database, 'SHOW DATABASES')).includes('shop'), 'SHOW DATABASES')
      },
    },
    {
      name: 'oceanbase: every other command runs, and the lists show what they should',
      run: () => otherCommands(database),
    },
  ]
}

const TABLES = `CREATE TABLE shop.t (a INT, UNIQUE KEY u (a));
CREATE TABLE shop.keyed (a INT NOT NULL, UNIQUE KEY u (a));
CREATE TABLE shop.mixed (f FLOAT NOT NULL, b BINARY(4) NOT NULL, UNIQUE KEY m (f, b));
CREATE TRIGGER shop.trg BEFORE INSERT ON shop.t FOR EACH ROW SET NEW.a = 1;
CREATE USER 'oms_user' IDENTIFIED BY 'Pw-for-tests-1'`
/** What the lists have to show on these tables, each line once. */
const SHOWN = [/^shop\tt$/, /^shop\tmixed\tm$/, /^trg\t/, /^0$/]
const NAMES: Readonly<Record<string, string>> = { DB: 'shop', T: 't', PASSWORD: 'Pw-for-tests-1' }

/** The other commands, in one process: one for each would take ten times as long. */
async function otherCommands(database: Database): Promise<void> {
  const commands = SEEKDB_COMMANDS.filter(({ code }) => !/^(?:ALTER TABLE|SET GLOBAL|SHOW [VD])/.test(code))
  const texts = commands.map(({ code }) => {
    const isNew = code.startsWith('CREATE DATABASE')
    const names: Readonly<Record<string, string>> = isNew ? { DB: 'made' } : NAMES
    return code.replace(/\b(?:DB|T|PASSWORD)\b/g, word => names[word] ?? word).replace(/;$/, '')
  })
  const rows = await must(database, [TABLES, ...texts].join(';\n'))
  for (const line of SHOWN)
    check(rows.filter(row => line.test(row)).length === 1, `${line}: ${JSON.stringify(rows)}`)
}

/** All commands for OceanBase are in the cases above. */
export const SEEKDB_COMMANDS: readonly Command[] = COMMANDS.filter(({ engine }) => engine === 'oceanbase')
