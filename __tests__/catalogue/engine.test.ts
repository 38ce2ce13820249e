import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/catalogue/catalogue.ts'
import { catalogueIn } from '../../testing/catalogue.ts'
import { DDS_SAMPLE_CODES, MYSQL_SAMPLE_CODES } from './sample-codes.ts'

const english: Catalogue = catalogueIn('en-us')

describe('the engine of a task', () => {
  it('is told by the items of the documented answers', () => {
    expect(english.engine('drs', MYSQL_SAMPLE_CODES)).toBe('mysql')
    expect(english.engine('drs', DDS_SAMPLE_CODES)).toBe('mongodb')
    expect(english.engine('drs', ['srcDbConnection', 'pgSrcHasLargeColumnTypeCheck'])).toBe('postgresql')
  })

  it('is not told by items that several engines have', () => {
    expect(
      english.engine('drs', ['srcDbConnection', 'srcDbPrivilegesIsEnough', 'checkEmptyDstDb']),
    ).toBeNull()
    expect(english.engine('drs', ['dbClockConsistency', 'hasForeignKeyOnUnselectedTable'])).toBeNull()
    expect(english.engine('oms', ['RDB_CONNECT', 'RDB_SCHEMA_EXIST'])).toBeNull()
  })

  it('is not told where items of two engines stand together, or none is known', () => {
    expect(english.engine('drs', ['srcDbBinlogIsOff', 'pgSrcHasLargeColumnTypeCheck'])).toBeNull()
    expect(english.engine('drs', ['newItem', '__proto__', 'constructor'])).toBeNull()
    expect(english.engine('drs', [])).toBeNull()
    expect(english.engine('constructor', ['srcDbBinlogIsOff'])).toBeNull()
  })
})

describe('an item that several engines have', () => {
  const codes = (engine: string | null) =>
    english.item('drs', 'srcDbPrivilegesIsEnough', engine)?.steps.map(({ code }) => code ?? '') ?? []

  it("gives the steps of the task's engine", () => {
    expect(codes('postgresql').join('\n')).toContain('ALTER ROLE DRS_USER REPLICATION')
    expect(codes('postgresql').join('\n')).not.toMatch(/SHOW GRANTS|grantRolesToUser/)
    expect(codes('mongodb').join('\n')).not.toMatch(/SHOW GRANTS|ALTER ROLE/)
  })

  it('gives those of all, each under the name of its engine, where that is not known', () => {
    const steps = english.item('drs', 'srcDbPrivilegesIsEnough', null)?.steps ?? []
    const grant = steps.find(
      ({ code }) => code === "GRANT SELECT, SHOW VIEW, EVENT ON *.* TO 'DRS_USER'@'%';",
    )
    expect(grant?.text).toBe('MySQL: Grant what full migration needs (as an administrator):')
    for (const name of ['MySQL: ', 'MongoDB: ', 'PostgreSQL: '])
      expect(steps.some(({ text }) => text.startsWith(name))).toBe(true)
  })

  it('names no engine where the task tells it', () => {
    const steps = english.item('drs', 'srcDbPrivilegesIsEnough', 'mysql')?.steps ?? []
    expect(steps.filter(({ text }) => text.startsWith('MySQL: '))).toEqual([])
  })

  it('keeps a step for a relative of its engine, by name', () => {
    const steps = english.item('drs', 'srcHasNoPkTableWhenTgtHasInvisiblePk', 'mysql')?.steps ?? []
    expect(steps.some(({ text }) => text.startsWith('OceanBase: Rebuilds the table, which is locked'))).toBe(
      true,
    )
  })
})
