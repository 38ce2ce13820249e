import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { checkItemsOf } from '../../../src/services/oms/items.ts'
import { runData } from '../../../src/services/oms/run.ts'
import { catalogueIn } from '../../../testing/catalogue.ts'

const itemsOf = (...preCheckResults: readonly object[]) =>
  checkItemsOf(runData.parse({ projectStatus: 'FINISHED', preCheckResults }).items)
const item = { endpointType: 'SOURCE', role: 'MASTER', checkType: 'RDB_CONNECT', status: 'PASSED' }

describe('the id of an OMS item', () => {
  it.each([
    ['all three parts', item, 'SOURCE/MASTER/RDB_CONNECT'],
    ['no role', { ...item, role: null }, 'SOURCE/-/RDB_CONNECT'],
    ['blank parts', { ...item, role: ' ', endpointType: '' }, '-/-/RDB_CONNECT'],
    ['no part at all', { status: 'PASSED' }, '-/-/-'],
    ['a role in words', { ...item, role: ' Primary Database ' }, 'SOURCE/Primary Database/RDB_CONNECT'],
  ])('is made from %s', (_what, wire, expected) => {
    expect(itemsOf(wire)[0]?.id).toBe(expected)
  })

  it('is numbered where it is not the only one', () => {
    expect(itemsOf(item, item, { ...item, role: 'SLAVE' }).map(({ id }) => id)).toEqual([
      'SOURCE/MASTER/RDB_CONNECT',
      'SOURCE/MASTER/RDB_CONNECT#2',
      'SOURCE/SLAVE/RDB_CONNECT',
    ])
  })
})

describe('the status of an OMS item', () => {
  it.each([
    ['PASSED', 'passed'],
    [' passed ', 'passed'],
    ['WARNING', 'warning'],
    ['WARN', 'warning'],
    ['ALARM', 'warning'],
    ['SKIPPED', 'skipped'],
    ['FAILED', 'failed'],
    ['INIT', 'pending'],
    ['Pending', 'pending'],
    ['RUNNING', 'pending'],
    ['', 'pending'],
    [null, 'pending'],
    [undefined, 'pending'],
    ['SUCCESS', 'unknown'],
    ['PASSED_WITH_RISK', 'unknown'],
    ['FINISHED', 'unknown'],
    [true, 'unknown'],
    [['PASSED'], 'unknown'],
  ])('%j is %s', (status, expected) => {
    expect(itemsOf({ ...item, status })[0]?.status).toBe(expected)
  })

  it('does not change because the item may be skipped', () => {
    expect(itemsOf({ ...item, status: 'FAILED', skippable: true })[0]).toMatchObject({
      status: 'failed',
      skippable: true,
    })
  })
})

describe('an OMS item', () => {
  it('carries every text and the objects as they were sent', () => {
    const wire = {
      ...item,
      name: 'Source-Primary database-Table structure check',
      status: 'FAILED',
      message: 'Two tables have no unique key.',
      errorDetail: 'orders.audit_log',
      skippable: 'true',
      skipConsequence: 'Rows may be written twice.',
      removable: true,
      blackObjectsInfo: { Orders: ['Audit_Log', 'T'] },
    }
    expect(itemsOf(wire)).toEqual([
      {
        id: 'SOURCE/MASTER/RDB_CONNECT',
        baseId: 'SOURCE/MASTER/RDB_CONNECT',
        topic: 'RDB_CONNECT',
        name: 'Source-Primary database-Table structure check',
        group: null,
        status: 'failed',
        rawStatus: 'FAILED',
        reason: 'Two tables have no unique key.',
        detail: 'orders.audit_log',
        suggestion: null,
        subJobs: [],
        skippable: true,
        skipConsequence: 'Rows may be written twice.',
        blackObjects: { Orders: ['Audit_Log', 'T'] },
      },
    ])
  })

  it.each([
    ['an absent one', undefined, null],
    ['null', null, null],
    ['an empty object', {}, null],
    ['an empty list', [], null],
    ['an empty text', '', null],
    ['a text', 'orders.t', 'orders.t'],
    ['a list', ['a'], ['a']],
    ['a number', 7, 7],
    ['false', false, false],
  ])('takes %s for the objects to leave out', (_what, blackObjectsInfo, expected) => {
    expect(itemsOf({ ...item, blackObjectsInfo })[0]?.blackObjects).toEqual(expected)
  })

  it('survives objects and texts that are nested too deep', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)
    const [read] = itemsOf({ ...item, blackObjectsInfo: deep, errorDetail: deep })
    expect([Array.isArray(read?.blackObjects), read?.detail]).toEqual([true, '(nested too deep to be shown)'])
  })

  it('of the documented answer is explained by the catalogue', () => {
    const text = readFileSync(new URL('../../../simulator/payloads/oms-result.json', import.meta.url), 'utf8')
    const { data } = z.object({ data: z.unknown() }).parse(JSON.parse(text))
    const items = checkItemsOf(runData.parse(data).items)
    expect(items.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'SOURCE/MASTER/RDB_CONNECT passed',
      'SOURCE/MASTER/RDB_SCHEMA_EXIST passed',
    ])
    for (const language of ['en-us', 'zh-cn'] as const) {
      const titles = items.map(({ topic }) => catalogueIn(language).item('oms', topic)?.title)
      expect(titles).toEqual([expect.any(String), expect.any(String)])
    }
  })
})
