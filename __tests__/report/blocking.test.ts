import { describe, expect, it } from 'vitest'
import { findingGroups } from '../../src/report/findings.ts'
import { catalogueIn } from '../../testing/catalogue.ts'
import { checkItem, judgedTask, reportOf, verdict } from '../../testing/reports/fixtures.ts'

const english = catalogueIn('en-us')
const rank = (id: string, group: string | null = null, service = 'drs') => {
  const tasks = [judgedTask({ items: [checkItem({ id, group, status: 'failed' })] })]
  const target = { name: 'a', service, mode: 'run', endpoint: 'https://a.example.com', tasks } as const
  return findingGroups(reportOf(verdict([], { targets: [target] })), english)[0]?.blocking
}

describe('the blocking order', () => {
  it('is connection, version, rights, the rest', () => {
    expect(
      ['srcDbConnection', 'dstDbVersionSupport', 'srcDbPrivilegesIsEnough', 'srcDbBinlogIsOff'].map(id =>
        rank(id),
      ),
    ).toEqual([0, 1, 2, 3])
  })

  it('knows an item with side, role and number', () => {
    expect(rank('SOURCE/MASTER/RDB_CONNECT', null, 'oms')).toBe(0)
    expect(rank('SOURCE/-/RDB_CONNECT#2', null, 'oms')).toBe(0)
    expect(rank('SOURCE/MASTER/RDB_SCHEMA_EXIST', null, 'oms')).toBe(3)
    expect(rank('Expire time of binlog in associated DN instances#start', null, 'ddm')).toBe(3)
  })

  it('takes an item that is not known by its group, else for the rest', () => {
    expect(rank('newNetworkCheck', 'network')).toBe(0)
    expect(rank('newVersionCheck', 'db_version')).toBe(1)
    expect(rank('newPrivilegeCheck', 'db_user_privilege')).toBe(2)
    expect(rank('srcDbBinlogIsOff', 'network')).toBe(3)
    for (const name of ['', 'constructor', '__proto__']) {
      expect(rank(name, name)).toBe(3)
      expect(rank(name, name, name)).toBe(3)
    }
  })
})
