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
  ]
}

/** All commands for OceanBase are in the cases above. */
export const SEEKDB_COMMANDS: readonly Command[] = COMMANDS.filter(({ engine }) => engine === 'oceanbase')
