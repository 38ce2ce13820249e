import { writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import { must } from './database.ts'
import type { Effect } from './effects-mysql.ts'
import { check, ofCatalogue, shows } from './expect.ts'
import { type MySqlBinary, type MySqlServer, startMysql } from './mysql.ts'
import { run } from './process.ts'
import type { Case } from './report.ts'

/** What settings beside log_bin and the row image do to the binlog. */

/** Changes one document in a log of its own, and returns the kinds of events that this made. */
async function eventsOf(server: MySqlServer, before = ''): Promise<string> {
  await must(
    server,
    "FLUSH BINARY LOGS; DROP TABLE IF EXISTS shop.doc; CREATE TABLE shop.doc (id INT PRIMARY KEY, j JSON); INSERT INTO shop.doc VALUES (1, JSON_OBJECT('a', REPEAT('x', 500), 'b', 1)); FLUSH BINARY LOGS",
  )
  const [status = ''] = await must(server, 'SHOW MASTER STATUS')
  const [file = ''] = status.split('\t')
  await must(server, `${before}; UPDATE shop.doc SET j = JSON_REPLACE(j, '$.b', 2)`)
  const events = await must(server, `SHOW BINLOG EVENTS IN '${file}'`)
  return events.map(event => event.split('\t')[2]).join(' ')
}

export const BINLOG_ON_80: readonly Effect[] = [
  [
    'PARTIAL_JSON and compression change what is logged, in open sessions also after they were switched off',
    async server => {
      const [emptied, off] = [
        "SET GLOBAL binlog_row_value_options = ''",
        'SET GLOBAL binlog_transaction_compression',
      ].map(ofCatalogue)
      await must(
        server,
        "SET PERSIST binlog_row_value_options = 'PARTIAL_JSON'; SET PERSIST binlog_transaction_compression = ON",
      )
      const both = await eventsOf(server)
      check(both.includes('Transaction_payload') && both.includes('Update_rows_partial'), both)
      const sameSession = await eventsOf(server, `${emptied}; ${off}`)
      check(
        sameSession.includes('Transaction_payload') && sameSession.includes('Update_rows_partial'),
        sameSession,
      )
      const next = await eventsOf(server)
      check(!next.includes('Transaction_payload') && / Update_rows /.test(next), next)
      await shows(server, 'SELECT COUNT(*) FROM performance_schema.persisted_variables', ['0'])
    },
  ],
  [
    'the session that logs less than whole rows is in the list while the global value says FULL',
    async server => {
      const list = ofCatalogue('SELECT processlist_id')
        .replace('binlog_format', 'binlog_row_image')
        .replace("'ROW'", "'FULL'")
      const [own = ''] = await must(server, `SET SESSION binlog_row_image = 'MINIMAL'; ${list}`)
      check(own.endsWith('\tMINIMAL'), `the list shows ${JSON.stringify(own)}`)
      await shows(server, 'SELECT @@GLOBAL.binlog_row_image', ['FULL'])
    },
  ],
]

/** The option that stands last wins. Without it the binlog is on: every other server here shows that. */
export function binlogCases(m57: MySqlBinary, m80: MySqlBinary, work: string): readonly Case[] {
  const [, ...own] = ofCatalogue('[mysqld]\nlog_bin').replace(/\bN$/, '1').split('\n')
  const cases = [
    { binary: m57, off: 'skip-log-bin' },
    { binary: m80, off: 'disable_log_bin' },
  ]
  return cases.map(({ binary, off }) => ({
    name: `${binary.version}: ${off} behind log_bin leaves the binlog off, and the list of options shows it last`,
    run: async () => {
      const without = await startMysql(binary, work, [...own, off])
      await shows(without, "SHOW VARIABLES LIKE 'log_bin'", ['log_bin\tOFF'])
      check(
        (await printed(without.folder, [...own, off])).endsWith(`--${off}`),
        'the option should be the last one',
      )
      await without.stop()
    },
  }))
}

/** What the catalogue's command prints for an option file in the home of who calls it. */
async function printed(folder: string, lines: readonly string[]): Promise<string> {
  await writeFile(path.join(folder, '.my.cnf'), ['[mysqld]', ...lines, ''].join('\n'))
  const [program = '', ...groups] = ofCatalogue('my_print_defaults').split(' ')
  const { stdout } = await run(program, groups, { env: { ...process.env, HOME: folder } })
  return stdout.trim()
}
