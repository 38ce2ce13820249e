import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/catalogue/steps.ts'
import { LANGUAGES } from '../../src/precheck/sentence.ts'
import { catalogueIn } from '../../testing/catalogue.ts'

const english = catalogueIn('en-us')
const chinese = catalogueIn('zh-cn')

const textOf = (found: { readonly steps: readonly Step[] } | null) =>
  (found?.steps ?? []).map(({ text, code }) => `${text}|${code}`).join('\n')

describe('looking up a check item', () => {
  it('gives the title, the advice and the page of a DRS item in English', () => {
    const found = english.item('drs', 'srcBinlogFormatCheck')
    expect(found?.title).toBe('Source binlog_format is ROW')
    expect(found?.steps.map(({ code }) => code)).toContain("SET GLOBAL binlog_format = 'ROW';")
    expect(found?.doc).toBe('https://support.huaweicloud.com/intl/en-us/trouble-drs/drs_11_0015.html')
    expect(found?.isGeneral).toBe(false)
  })

  it('gives the same item in Chinese with the Chinese page', () => {
    const found = chinese.item('drs', 'srcBinlogFormatCheck')
    expect(found?.title).toBe('源库 binlog_format 为 ROW')
    expect(found?.doc).toBe('https://support.huaweicloud.com/trouble-drs/drs_11_0015.html')
  })

  it('links the list of checks for its engine where an item has no verified page of its own', () => {
    const site = 'https://support.huaweicloud.com'
    const mysql = '/realtimemig-drs/drs_03_1166.html'
    const others = '/realtimesyn-drs/drs_03_1112.html'
    expect(english.item('drs', 'dbClockConsistency')?.doc).toBe(`${site}/intl/en-us${mysql}`)
    expect(chinese.item('drs', 'dbClockConsistency')?.doc).toBe(`${site}${mysql}`)
    expect(english.item('drs', 'pgSrcHasLargeColumnTypeCheck')?.doc).toBe(`${site}/intl/en-us${others}`)
    expect(english.item('drs', 'srcDbPrivilegesIsEnough', 'postgresql')?.doc).toBe(
      `${site}/intl/en-us${others}`,
    )
    expect(english.item('drs', 'srcDbPrivilegesIsEnough')?.doc).toBe(`${site}/intl/en-us${others}`)
    expect(english.isList(`${site}/intl/en-us${mysql}`)).toBe(true)
    expect(chinese.isList(`${site}${others}`)).toBe(true)
    expect(english.isList(`${site}/intl/en-us/trouble-drs/drs_11_0015.html`)).toBe(false)
  })

  it('says general where only the code of a check is known', () => {
    expect(english.item('drs', 'tenantDbActionCheck')?.isGeneral).toBe(true)
  })

  it('says behind the sentence of a command since when it is known and who may run it', () => {
    const of = (catalogue: typeof english, topic: string, code: string) =>
      catalogue.item('drs', topic)?.steps.find(step => step.code === code)
    const command = 'SET GLOBAL binlog_expire_logs_seconds = 604800;'
    expect(of(english, 'srcDbBinlogExpireLogsDays', command)).toMatchObject({
      text: expect.stringMatching(
        /30 days \(MySQL from 8\.0, MariaDB from 10\.6, needs SUPER, from 8\.0 SYSTEM_VARIABLES_ADMIN\):$/,
      ),
      lang: 'mysql',
      changes: true,
      tried: true,
    })
    expect(of(chinese, 'srcDbBinlogExpireLogsDays', command)?.text).toMatch(
      /（MySQL 8\.0 起，MariaDB 10\.6 起，需要 SUPER，8\.0 起为 SYSTEM_VARIABLES_ADMIN）：$/,
    )
    const old = 'SET GLOBAL expire_logs_days = 7;'
    expect(of(english, 'srcDbBinlogExpireLogsDays', old)?.text).toMatch(/ \(before 8\.0, needs SUPER\):$/)
    expect(of(chinese, 'srcDbBinlogExpireLogsDays', old)?.text).toMatch(/（8\.0 之前，需要 SUPER）：$/)
    expect(of(english, 'srcDbInstanceIsEmpty', 'show dbs')).toMatchObject({ lang: 'mongosh', tried: false })
  })

  it('knows DDM items by their whole English name', () => {
    expect(textOf(english.item('ddm', 'Expire time of binlog in associated DN instances'))).toContain(
      '604800',
    )
    expect(english.item('ddm', 'Expire time of binlog')).toBeNull()
  })

  it('knows OMS items by their check type', () => {
    expect(english.item('oms', 'RDB_SCHEMA_EXIST')?.title).toBe('Database or schema exists')
    expect(english.item('oms', 'SOURCE/MASTER/RDB_SCHEMA_EXIST')).toBeNull()
  })
})

describe('a reason', () => {
  it('is known by its code, also inside a sentence', () => {
    const code = 'MYSQL_SOURCE_DB_PRIVILEGES_IS_NOT_ENOUGH_FOR_INCRE'
    expect(textOf(english.reason('drs', code))).toContain('GRANT SELECT')
    const message = 'Incremental log parameters: supplemental_log_data_min=no, expected yes.'
    expect(textOf(english.reason('oms', message))).toContain('ADD SUPPLEMENTAL LOG DATA;\n')
    expect(textOf(english.reason('oms', '"_log_parallelism_max"'))).toContain('SCOPE=SPFILE')
  })

  it.each(['', ' ', 'supplemental_log_data_mini', 'Supplemental_log_data_min', 'toString', '__proto__'])(
    'is not known when it is %j',
    text => {
      expect(english.reason('oms', text)).toBeNull()
    },
  )

  it('of another service is not known', () => {
    expect(english.reason('drs', 'supplemental_log_data_min')).toBeNull()
    expect(english.reason('elsewhere', 'supplemental_log_data_min')).toBeNull()
  })
})

describe('the list of checks', () => {
  it('has a page for each service of the gate and for no other', () => {
    for (const service of ['drs', 'ddm', 'oms']) expect(english.index(service)).toMatch(/^https:/)
    expect(english.index('constructor')).toBeNull()
  })
})

describe('a name is matched whole and with case', () => {
  it.each([
    ['srclogSlaveUpdatesCheck', 'srcLogSlaveUpdatesCheck'],
    ['MysqlSourceMaxAllowedPacketActionChecker', 'mysqlSourceMaxAllowedPacketActionChecker'],
    ['srcDbPrivilegesIsEnough', 'srcDbPrivilegesIsEnoughFor'],
    ['dstStatusCheck', ' dstStatusCheck'],
  ])('%s is known, %j is not', (known, unknown) => {
    expect(english.item('drs', known)).not.toBeNull()
    expect(english.item('drs', unknown)).toBeNull()
  })

  it('keeps the two spellings of the DEFINER check apart', () => {
    expect(english.item('drs', 'userRequirementIsEnoughForDefiner')?.isGeneral).toBe(false)
    expect(english.item('drs', 'userPrivilegeIsEnoughForDefiner')?.isGeneral).toBe(true)
  })

  it('does not find an item of one service under another, or under no service', () => {
    expect(english.item('oms', 'srcDbConnection')).toBeNull()
    expect(english.item('DRS', 'srcDbConnection')).toBeNull()
    expect(english.item('', 'srcDbConnection')).toBeNull()
  })
})

describe('names that every JavaScript object inherits', () => {
  const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '']

  it.each(LANGUAGES.flatMap(language => inherited.map(name => [language, name] as const)))(
    'in %s: %j is neither an item, nor a reason, nor a service',
    (language, name) => {
      const catalogue = catalogueIn(language)
      expect(catalogue.item('drs', name)).toBeNull()
      expect(catalogue.reason('drs', name)).toBeNull()
      expect(catalogue.item(name, 'srcDbConnection')).toBeNull()
      expect(catalogue.item(name, name)).toBeNull()
      expect(catalogue.reason(name, name)).toBeNull()
    },
  )
})

describe('looking up a reason code', () => {
  it('explains the one cause behind several failed MySQL items', () => {
    const found = english.reason('drs', 'MYSQL_SOURCE_DB_PRIVILEGES_IS_NOT_ENOUGH_FOR_INCRE')
    expect(found?.meaning).toContain('lacks a privilege')
    expect(textOf(found)).toContain('REPLICATION SLAVE, REPLICATION CLIENT ON *.*')
  })

  it('explains it in Chinese too', () => {
    expect(chinese.reason('drs', 'SRC_HAS_TTL_INDEXES')?.meaning).toContain('TTL 索引')
  })

  it('knows neither a code of another service nor one in small letters', () => {
    expect(english.reason('ddm', 'SRC_HAS_TTL_INDEXES')).toBeNull()
    expect(english.reason('drs', 'src_has_ttl_indexes')).toBeNull()
    expect(english.reason('nowhere', 'SRC_HAS_TTL_INDEXES')).toBeNull()
  })

  it('does not mix up items and reasons', () => {
    expect(english.reason('drs', 'srcCollHasTtlIndex')).toBeNull()
    expect(english.item('drs', 'SRC_HAS_TTL_INDEXES')).toBeNull()
  })
})
