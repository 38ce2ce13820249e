import { describe, expect, it } from 'vitest'
import { COMMANDS, codeOf, isFor } from '../../advice/commands.ts'
import { isBelow } from '../../advice/database.ts'
import { complaint, proofOf } from '../../advice/expected-mysql.ts'
import { filled } from '../../advice/fixtures-mysql.ts'

const m57 = { family: 'mysql', version: '5.7.22' } as const
const m80 = { family: 'mysql', version: '8.0.31' } as const
const mariadb = { family: 'mariadb', version: '10.11.19' } as const
const command = (begin: string) => {
  const found = COMMANDS.find(({ code }) => code.startsWith(begin))
  if (found === undefined) throw new Error(begin)
  return found
}

describe('which databases a command is run on', () => {
  it('follows the versions that it names, part by part', () => {
    expect([isBelow('5.7.22', '5.7.6'), isBelow('8.0.9', '8.0.14'), isBelow('8.0', '8.0.0')]).toEqual([
      false,
      true,
      false,
    ])
    const old = command('SET GLOBAL expire_logs_days')
    expect([m57, m80, mariadb].map(one => isFor(old, one))).toEqual([true, false, true])
    const recent = command('SET GLOBAL binlog_expire_logs_seconds')
    expect([m57, m80, mariadb].map(one => isFor(recent, one))).toEqual([false, true, true])
    const gtid = command('SET GLOBAL gtid_mode = ON')
    expect([m57, m80, mariadb].map(one => isFor(gtid, one))).toEqual([true, true, false])
  })

  it('follows the client, and the engine of an item', () => {
    const postgres = { family: 'postgresql', version: '9.6' } as const
    expect(isFor(command('SHOW wal_level'), postgres)).toBe(true)
    expect(isFor(command('SHOW wal_level'), m80)).toBe(false)
    expect(isFor(command('SET GLOBAL ob_tcp_invited_nodes'), m80)).toBe(false)
    expect(isFor(command('SET GLOBAL ob_tcp_invited_nodes'), { family: 'oceanbase', version: '4.3' })).toBe(
      true,
    )
  })
})

describe('what a command has to show', () => {
  it('is the objects of the user and no others', () => {
    const list = codeOf('SELECT t.table_schema')
    expect(complaint(list, ['shop\tnopk'])).toBeNull()
    expect(complaint(list, ['shop\tnopk', 'mysql\tslow_log'])).toMatch(/^shows .*slow_log/)
    expect(complaint(list, [])).not.toBeNull()
  })

  it('is the value of a setting, read back', () => {
    expect(proofOf("SET GLOBAL binlog_row_image = 'FULL'")?.question).toBe('SELECT @@GLOBAL.binlog_row_image')
    expect(proofOf('SET GLOBAL log_bin_trust_function_creators = ON')?.answer.test('1')).toBe(true)
    expect(proofOf('SET GLOBAL log_bin_trust_function_creators = ON')?.answer.test('0')).toBe(false)
    expect(proofOf('SHOW DATABASES')).toBeNull()
  })

  it('stands on names of the fixture', () => {
    expect(filled('', codeOf('SET GLOBAL server_id'))).toBe('SET GLOBAL server_id = 4242')
    expect(filled('', codeOf('RENAME TABLE OLD.T'))).toBe('RENAME TABLE Old_db.T TO new_db.T')
    expect(filled('', "ALTER TABLE DB.T ENCRYPTION='N'")).toBe("ALTER TABLE shop.t1 ENCRYPTION='N'")
  })
})
