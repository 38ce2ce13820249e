import { describe, expect, it } from 'vitest'
import { runData } from '../../../src/services/oms/run.ts'

const connect = { endpointType: 'SOURCE', role: 'MASTER', checkType: 'RDB_CONNECT', status: 'PASSED' }
const schema = { ...connect, checkType: 'RDB_SCHEMA_EXIST' }
const finished = { projectId: 't_1', projectStatus: 'FINISHED', progress: 100.0 }

const runOf = (data: unknown) => runData.parse(data)
const checkTypes = (preCheckResults: unknown) =>
  runOf({ ...finished, preCheckResults }).items.map(item => item.checktype)

describe('the data of a result', () => {
  it.each([
    ['of Enterprise', finished],
    ['of Community', { preCheckId: 't_1', preCheckStatus: 'FINISHED', progress: 100 }],
    ['in an array', [finished]],
    ['in capitals', { PROJECTID: 't_1', PROJECTSTATUS: 'FINISHED', PROGRESS: '100.0' }],
    ['in Pascal case, in an array', [{ PreCheckId: 't_1', PreCheckStatus: ' finished ', Progress: '100%' }]],
    ['with the fields of both editions, one of them null', { ...finished, preCheckStatus: null }],
    ['with two spellings that agree', { ...finished, ProjectStatus: 'FINISHED' }],
  ])('is understood %s', (_what, data) => {
    expect(runOf(data)).toMatchObject({ status: 'FINISHED', progress: 100, items: [] })
  })

  it('believes the status of the pre-check before that of the project', () => {
    expect(runOf({ ...finished, preCheckStatus: 'RUNNING' }).status).toBe('RUNNING')
  })

  it.each([
    ['null', null],
    ['absent', undefined],
    ['a text', 'FINISHED'],
    ['an empty array', []],
    ['an array of two', [finished, finished]],
    ['an array in an array', [[finished]]],
    ['without a status', { progress: 100, preCheckResults: [connect] }],
    ['with an empty status', { ...finished, projectStatus: ' ' }],
    ['with two spellings that disagree', { ...finished, ProjectStatus: 'RUNNING' }],
    ['with an unreadable progress', { ...finished, progress: 'done' }],
    ['with a progress over 100', { ...finished, progress: 101 }],
    ['with a progress that is an object', { ...finished, progress: {} }],
  ])('is not understood when it is %s', (_what, data) => {
    expect(runData.safeParse(data).success).toBe(false)
  })
})

describe('what is wrong with the data', () => {
  it.each([
    ['a status that is missing', { progress: 1 }, ['preCheckStatus'], 'missing'],
    ['an unreadable progress', { ...finished, progress: 'all' }, ['progress'], 'unreadable'],
    [
      'two spellings that disagree',
      { ...finished, ProjectStatus: 'RUNNING' },
      ['ProjectStatus'],
      'given twice with different values',
    ],
  ])('is told with its place, for %s', (_what, data, path, message) => {
    expect(runData.safeParse(data).error?.issues).toEqual([expect.objectContaining({ path, message })])
  })
})

describe('the items of a result', () => {
  it.each([
    ['absent', undefined, []],
    ['null', null, []],
    ['an empty list', [], []],
    ['an empty object', {}, []],
    ['a list', [connect, schema], ['RDB_CONNECT', 'RDB_SCHEMA_EXIST']],
    ['a map', { 0: connect, 1: schema }, ['RDB_CONNECT', 'RDB_SCHEMA_EXIST']],
    ['a map of lists', { SOURCE: [connect, schema], DEST: [] }, ['RDB_CONNECT', 'RDB_SCHEMA_EXIST']],
    [
      'a map whose keys are names of fields',
      { name: connect, status: schema },
      ['RDB_CONNECT', 'RDB_SCHEMA_EXIST'],
    ],
    ['one bare item', schema, ['RDB_SCHEMA_EXIST']],
    [
      'one bare item with objects to leave out',
      { ...schema, blackObjectsInfo: { a: 1 } },
      ['RDB_SCHEMA_EXIST'],
    ],
    ['in capitals', [{ CHECKTYPE: 'RDB_CONNECT', STATUS: 'PASSED' }], ['RDB_CONNECT']],
  ])('are found when they are %s', (_what, items, expected) => {
    expect(checkTypes(items)).toEqual(expected)
  })

  it.each([
    ['a text', 'PASSED'],
    ['a number', 2],
    ['a list of texts', ['RDB_CONNECT']],
    ['a list with a null', [connect, null]],
    ['a list with something else', [connect, { foo: 1 }]],
    ['a map of texts', { RDB_CONNECT: 'PASSED' }],
    ['a map with a null', { 0: connect, 1: null }],
    ['a map of maps', { SOURCE: { RDB_CONNECT: connect } }],
    ['an item with two statuses', [{ ...connect, Status: 'FAILED' }]],
  ])('are not understood when they are %s', (_what, preCheckResults) => {
    expect(runData.safeParse({ ...finished, preCheckResults }).success).toBe(false)
  })

  it('leaves the keys of what is inside an item alone', () => {
    const { items } = runOf({
      ...finished,
      preCheckResults: [{ ...connect, blackObjectsInfo: { Orders: ['T'] } }],
    })
    expect(items[0]?.blackobjectsinfo).toEqual({ Orders: ['T'] })
  })
})
