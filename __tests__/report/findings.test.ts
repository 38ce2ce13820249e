import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/catalogue/catalogue.ts'
import { findingGroups, severityOf } from '../../src/report/findings.ts'
import { catalogueIn } from '../../testing/catalogue.ts'
import {
  checkItem,
  judgedTask,
  NO_CATALOGUE,
  reportOf,
  reportOfItems,
  verdict,
} from '../../testing/reports/fixtures.ts'

const waiver = { reason: 'known', owner: 'dba', expires: '2026-12-31' }
const failed = (id: string, reason: string | null = null) => checkItem({ id, status: 'failed', reason })

describe('severityOf', () => {
  it('weighs skipped like a warning and takes nothing else for a finding', () => {
    const statuses = ['skipped', 'passed', 'unknown', 'pending'] as const
    const items = [...statuses.map(status => checkItem({ status })), checkItem({ status: 'failed', waiver })]
    const [target] = reportOfItems(items).targets
    expect(target?.tasks[0]?.items.map(severityOf)).toEqual(['warning', null, null, null, null])
  })
})

describe('findingGroups', () => {
  it('makes one group of findings with one reason, over all tasks', () => {
    const report = reportOf(
      verdict([
        judgedTask({ items: [failed('a', 'PRIVILEGE'), failed('b', 'PRIVILEGE'), failed('c', 'OTHER')] }),
        judgedTask({ task: { id: 'task-2', label: null }, items: [failed('a', 'PRIVILEGE')] }),
      ]),
    )
    const groups = findingGroups(report, NO_CATALOGUE)
    expect(groups.map(group => [group.reason, group.findings.length])).toEqual([
      ['PRIVILEGE', 3],
      ['OTHER', 1],
    ])
    expect(groups[0]?.items.map(entry => [entry.item.id, entry.findings.map(({ task }) => task.id)])).toEqual(
      [
        ['a', ['task-1', 'task-2']],
        ['b', ['task-1']],
      ],
    )
  })

  it('stand in blocking order within one severity, then by how many tasks they hold up', () => {
    const ids = ['srcDbBinlogIsOff', 'srcDbPrivilegesIsEnough', 'srcDbVersionSupport', 'srcDbConnection']
    const items = [...ids.map(id => failed(id)), checkItem({ id: 'dstDbConnection', status: 'warning' })]
    const second = [failed('dbClockConsistency'), failed('dbClockConsistency'), failed('srcDbBinlogIsOff')]
    const report = reportOf(
      verdict([
        judgedTask({ items: [failed('checkRecycleBinConsistent'), ...items] }),
        judgedTask({ task: { id: 'task-2', label: null }, items: second }),
      ]),
    )
    expect(findingGroups(report, catalogueIn('en-us')).map(group => group.items[0]?.item.id)).toEqual([
      'srcDbConnection',
      'srcDbVersionSupport',
      'srcDbPrivilegesIsEnough',
      'srcDbBinlogIsOff',
      'dbClockConsistency',
      'checkRecycleBinConsistent',
      'dstDbConnection',
    ])
  })

  it('keeps findings without a reason apart by their item', () => {
    const report = reportOfItems([failed('a'), failed('b'), failed('a')])
    expect(findingGroups(report, NO_CATALOGUE).map(group => group.items.map(entry => entry.item.id))).toEqual(
      [['a'], ['b']],
    )
  })

  it('puts failed items before warnings, and what settles most first', () => {
    const report = reportOfItems([
      checkItem({ id: 'w1', status: 'warning', reason: 'W' }),
      checkItem({ id: 'w2', status: 'warning', reason: 'W' }),
      failed('a', 'ONE'),
      failed('b', 'TWO'),
      failed('c', 'TWO'),
    ])
    expect(findingGroups(report, NO_CATALOGUE).map(group => group.reason)).toEqual(['TWO', 'ONE', 'W'])
  })

  it('keeps a failed item and a warning with one reason apart', () => {
    const report = reportOfItems([failed('a', 'R'), checkItem({ id: 'b', status: 'warning', reason: 'R' })])
    expect(findingGroups(report, NO_CATALOGUE).map(group => group.severity)).toEqual(['failed', 'warning'])
  })

  it('know of an item what the catalogue says of what stands behind side, role and number', () => {
    const known: Catalogue = {
      ...NO_CATALOGUE,
      item: (service, topic) =>
        service === 'drs' && topic === 'binlog'
          ? { title: '', causes: ['It is off.'], steps: [], doc: null, isGeneral: true }
          : null,
    }
    const report = reportOfItems([failed('SOURCE/MASTER/binlog#2')])
    const causes = (one: typeof report) => findingGroups(one, known)[0]?.items[0]?.causes
    expect(causes(report)).toEqual(['It is off.'])
    const elsewhere = report.targets.map(target => ({ ...target, service: 'oms' }))
    expect(causes({ ...report, targets: elsewhere })).toEqual([])
  })

  it('begin with the item that the reason is about, before those that fail along with it', () => {
    const reason = 'MYSQL_SOURCE_DB_PRIVILEGES_IS_NOT_ENOUGH_FOR_INCRE'
    const ids = ['srcDbBinlogIsOff', 'srcDbGtidIsOff', 'srcDbPrivilegesIsEnoughForIncre']
    const report = reportOfItems(ids.map(id => ({ ...failed(id, reason), group: null })))
    const [group] = findingGroups(report, catalogueIn('en-us'))
    expect(group?.items.map(({ item }) => item.id)).toEqual([ids[2], ids[0], ids[1]])
  })
})

it('hundreds of thousands of findings with one reason, as a merge can have, are one group', () => {
  const one = reportOfItems([failed('a', 'PRIVILEGE')])
  const many = <T>(parts: readonly T[]) => parts.flatMap(part => Array.from({ length: 200_000 }, () => part))
  const targets = one.targets.map(target => ({
    ...target,
    tasks: target.tasks.map(task => ({ ...task, items: many(task.items) })),
  }))
  expect(findingGroups({ ...one, targets }, NO_CATALOGUE).map(({ findings }) => findings.length)).toEqual([
    200_000,
  ])
})
