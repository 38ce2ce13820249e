import { setTimeout as pause } from 'node:timers/promises'
import { must } from './database.ts'
import { check, ofCatalogue, refused, shows } from './expect.ts'
import { type MySqlBinary, type MySqlServer, startMysql } from './mysql.ts'
import { until } from './process.ts'
import type { Case } from './report.ts'

/** What a change on a source does to its replicas: with the line that the catalogue once gave, and with the one it gives. */

interface Pair {
  readonly source: MySqlServer
  readonly replica: MySqlServer
}

async function withPair(
  binary: MySqlBinary,
  work: string,
  lines: readonly string[],
  use: (pair: Pair) => Promise<void>,
): Promise<void> {
  const source = await startMysql(binary, work, ['server_id=1', ...lines])
  const replica = await startMysql(binary, work, [
    'server_id=2',
    'log_slave_updates=ON',
    'skip_slave_start',
    ...lines,
  ])
  try {
    await must(
      source,
      "CREATE USER 'repl'@'%' IDENTIFIED WITH mysql_native_password BY 'Pw-for-tests-1'; GRANT REPLICATION SLAVE ON *.* TO 'repl'@'%'; CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY)",
    )
    const from = `MASTER_HOST = '127.0.0.1', MASTER_PORT = ${source.port}, MASTER_USER = 'repl', MASTER_PASSWORD = 'Pw-for-tests-1', MASTER_LOG_FILE = 'mysql-bin.000001', MASTER_LOG_POS = 4`
    await must(replica, `CHANGE MASTER TO ${from}; START SLAVE`)
    await must(source, 'INSERT INTO shop.t VALUES (1)')
    await arrives(replica, '1')
    await use({ source, replica })
  } finally {
    await Promise.all([source.stop(), replica.stop()])
  }
}

const rowsOf = async (server: MySqlServer) =>
  (await server.ask('SELECT id FROM shop.t ORDER BY id')).rows.join(',')

const arrives = (replica: MySqlServer, ids: string) =>
  until(async () => (await rowsOf(replica)) === ids, `rows ${ids} at the replica`, { seconds: 20 })

/** Both threads of the replica, and its last errors. */
const stateOf = async (replica: MySqlServer) => {
  const ask = async (columns: string, table: string) =>
    (await replica.ask(`SELECT ${columns} FROM performance_schema.replication_${table}`)).rows
      .join(' ')
      .trim()
  return {
    io: await ask('SERVICE_STATE', 'connection_status'),
    sql: await ask('SERVICE_STATE', 'applier_status'),
    error: `${await ask('LAST_ERROR_MESSAGE', 'connection_status')}${await ask('LAST_ERROR_MESSAGE', 'applier_status_by_worker')}`,
  }
}

export function replicaCases(m57: MySqlBinary, m80: MySqlBinary, work: string): readonly Case[] {
  return [
    {
      name: 'server_id: the id of its replica makes that replica drop rows without an error; another one does not',
      run: () =>
        withPair(m80, work, [], async ({ source, replica }) => {
          const set = ofCatalogue('SET GLOBAL server_id = N')
          await must(source, set.replace(/\bN$/, '2'))
          await must(source, 'INSERT INTO shop.t VALUES (2)')
          await pause(2_000)
          check((await rowsOf(replica)) === '1', 'the row should have been dropped')
          const { io, sql, error } = await stateOf(replica)
          check(io === 'ON' && sql === 'ON' && error === '', `the replica says ${io}, ${sql}, ${error}`)
          await must(source, 'SET GLOBAL server_id = 4242; INSERT INTO shop.t VALUES (3)')
          await arrives(replica, '1,3')
        }),
    },
    {
      name: 'binlog_format: ROW on the source alone stops a replica that logs statements; on the replica first it goes on',
      run: () =>
        withPair(m57, work, ['binlog_format=STATEMENT'], async ({ source, replica }) => {
          await must(
            source,
            "SET GLOBAL binlog_format = 'ROW'; SET SESSION binlog_format = 'ROW'; INSERT INTO shop.t VALUES (2)",
          )
          await until(async () => (await stateOf(replica)).sql === 'OFF', 'the SQL thread to stop', {
            seconds: 20,
          })
          check((await stateOf(replica)).error.includes('BINLOG_FORMAT = STATEMENT'), 'for another reason')
          const onReplica = ofCatalogue('STOP SLAVE SQL_THREAD')
          await must(replica, onReplica)
          await must(source, "SET SESSION binlog_format = 'ROW'; INSERT INTO shop.t VALUES (3)")
          await arrives(replica, '1,2,3')
        }),
    },
    {
      name: 'binlog_format: 8.0 refuses it on a replica whose SQL thread runs; with the thread stopped first the replica goes on',
      run: () =>
        withPair(m80, work, ['binlog_format=STATEMENT'], async ({ source, replica }) => {
          await refused(replica, "SET GLOBAL binlog_format = 'ROW'", /3747/)
          await must(source, "SET SESSION binlog_format = 'ROW'; INSERT INTO shop.t VALUES (2)")
          await until(async () => (await stateOf(replica)).sql === 'OFF', 'the SQL thread to stop', {
            seconds: 20,
          })
          check((await stateOf(replica)).error.includes('BINLOG_FORMAT = STATEMENT'), 'for another reason')
          await must(replica, ofCatalogue('STOP REPLICA SQL_THREAD'))
          await arrives(replica, '1,2')
        }),
    },
    {
      name: 'gtid_mode: a replica at ON stops at an anonymous transaction that was still on its way',
      run: () =>
        withPair(m80, work, [], async ({ source, replica }) => {
          const steps = ['enforce_gtid_consistency = ON', 'gtid_mode = OFF_PERMISSIVE'].map(step =>
            ofCatalogue(`SET GLOBAL ${step}`),
          )
          await must(replica, 'STOP REPLICA')
          for (const server of [source, replica]) await must(server, steps.join('; '))
          await must(source, 'INSERT INTO shop.t VALUES (2)')
          const on = ['ON_PERMISSIVE', 'ON']
            .map(mode => ofCatalogue(`SET GLOBAL gtid_mode = ${mode}`))
            .join('; ')
          for (const server of [replica, source]) await must(server, on)
          await must(replica, 'START REPLICA')
          await until(async () => (await stateOf(replica)).error !== '', 'the replica to stop', {
            seconds: 20,
          })
          const { error } = await stateOf(replica)
          check(/anonymous/i.test(error), error)
          check((await rowsOf(replica)) === '1', 'row 2 should not be there')
        }),
    },
    {
      name: 'gtid_mode: without enforce_gtid_consistency refused; on the source alone it stops the replica; step by step on both it goes on',
      run: () =>
        withPair(m80, work, [], async ({ source, replica }) => {
          await must(source, 'SET GLOBAL gtid_mode = OFF_PERMISSIVE; SET GLOBAL gtid_mode = ON_PERMISSIVE')
          await refused(source, 'SET GLOBAL gtid_mode = ON', /3111/)
          await must(source, 'INSERT INTO shop.t VALUES (2)')
          await until(async () => (await stateOf(replica)).io === 'OFF', 'the receiver to stop', {
            seconds: 20,
          })
          await must(source, 'SET GLOBAL gtid_mode = OFF_PERMISSIVE; SET GLOBAL gtid_mode = OFF')
          const steps = [
            'SET GLOBAL enforce_gtid_consistency = WARN',
            'SET GLOBAL enforce_gtid_consistency = ON',
            'SET GLOBAL gtid_mode = OFF_PERMISSIVE',
            'SET GLOBAL gtid_mode = ON_PERMISSIVE',
            'SHOW STATUS LIKE',
            'SET GLOBAL gtid_mode = ON',
          ].map(ofCatalogue)
          for (const step of steps.slice(0, 3))
            for (const server of [source, replica]) await must(server, step)
          for (const server of [replica, source]) await must(server, steps[3] ?? '')
          await must(replica, 'STOP SLAVE; START SLAVE')
          await until(
            async () => (await source.ask(steps[4] ?? '')).rows[0]?.endsWith('\t0') === true,
            'no anonymous transaction',
          )
          await pause(1_000)
          for (const server of [replica, source]) await must(server, steps[5] ?? '')
          await must(source, 'INSERT INTO shop.t VALUES (3)')
          await until(async () => (await rowsOf(replica)).endsWith('3'), 'row 3 at the replica', {
            seconds: 20,
          })
          await shows(source, 'SELECT @@GLOBAL.gtid_mode', ['ON'])
        }),
    },
  ]
}
