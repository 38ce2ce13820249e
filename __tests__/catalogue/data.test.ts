import { describe, expect, it } from 'vitest'
import { catalogueIn, LANGUAGES } from '../../src/catalogue/catalogue.ts'
import ddm from '../../src/catalogue/ddm.json' with { type: 'json' }
import drs from '../../src/catalogue/drs.json' with { type: 'json' }
import oms from '../../src/catalogue/oms.json' with { type: 'json' }
import { catalogueFileSchema } from '../../src/catalogue/schema.ts'
import drsItemCodes from '../data/drs-item-codes.json' with { type: 'json' }
import { DDS_SAMPLE_CODES, MYSQL_SAMPLE_CODES } from './sample-codes.ts'

const CJK = /\p{Script=Han}/u
const CJK_OR_FULL_WIDTH = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const SENTENCE_END = { 'en-us': /\.$/, 'zh-cn': /。$/ } as const
const VENDOR_LINK = /^https:\/\/(support\.huaweicloud\.com|en\.oceanbase\.com)\//

const files = Object.entries({ ddm, drs, oms }).map(
  ([service, file]) => [service, catalogueFileSchema.parse(file)] as const,
)

/** Every item and reason of every service in both languages, with its texts as one list. */
const entries = files.flatMap(([service, file]) =>
  LANGUAGES.flatMap(language => [
    ...Object.entries(file.items).map(([key, item]) => {
      const { title, checks, causes, advice } = item[language]
      return { service, key, language, advice, sentences: [checks, ...causes, ...advice], title }
    }),
    ...Object.entries(file.reasons).map(([key, reason]) => {
      const { meaning, advice } = reason[language]
      return { service, key, language, advice, sentences: [meaning, ...advice], title: null }
    }),
  ]),
)

describe('what the catalogue covers', () => {
  it('explains every item of the documented MySQL and DDS answers in both languages', () => {
    expect([MYSQL_SAMPLE_CODES.length, DDS_SAMPLE_CODES.length]).toEqual([39, 27])
    const missing = LANGUAGES.flatMap(language =>
      [...MYSQL_SAMPLE_CODES, ...DDS_SAMPLE_CODES].filter(
        code => catalogueIn(language).item('drs', code) === null,
      ),
    )
    expect(missing).toEqual([])
  })

  it('holds exactly the 80 known DRS codes', () => {
    expect(new Set(drsItemCodes).size).toBe(80)
    expect(Object.keys(drs.items).toSorted()).toEqual(drsItemCodes.toSorted())
  })

  it('holds exactly the DDM and OMS items whose name on the wire is known', () => {
    expect(Object.keys(ddm.items)).toEqual([
      'Expire time of binlog in associated DN instances',
      'Tables with overwhelming table partitions',
    ])
    expect(Object.keys(oms.items)).toEqual(['RDB_CONNECT', 'RDB_SCHEMA_EXIST'])
  })

  it('explains the eight reason codes that have been seen', () => {
    expect(Object.keys(drs.reasons).toSorted()).toEqual([
      'DB_PARAS_REPLICATION_ROLE_CONFIG_ERROR',
      'DST_DB_DISK_SIZE_UP_ALARM',
      'MYSQL_SOURCE_DB_PRIVILEGES_IS_NOT_ENOUGH_FOR_INCRE',
      'PG_HAS_LARGE_COLUMN_TYPE_TABLES',
      'PG_SRC_NOT_SUPPORT_FAILOVER_SLOT_ALARM',
      'SRC_HAS_TTL_INDEXES',
      'SRC_INSTANCE_TYPE_IS_REPLICA_SET',
      'UNAVAILABLE_TO_QUERY_SSL_INFO',
    ])
  })

  it('names in its texts only DRS reason codes that it explains', () => {
    const code = /\b(?:[A-Z]+_){3,}[A-Z]+\b/g
    const named = JSON.stringify(drs.items).match(code) ?? []
    const database = ['SESSION_VARIABLES_ADMIN', 'NO_ENGINE_SUBSTITUTION']
    const unexplained = named.filter(word => !database.includes(word) && !Object.hasOwn(drs.reasons, word))
    expect(named.length).toBeGreaterThan(0)
    expect(unexplained).toEqual([])
  })
})

describe('the texts', () => {
  it('are Chinese in zh-cn: every title, every sentence', () => {
    const texts = entries
      .filter(entry => entry.language === 'zh-cn')
      .flatMap(entry => [entry.title ?? [], entry.sentences].flat())
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.filter(text => !CJK.test(text))).toEqual([])
  })

  it('have no Chinese character or punctuation in en-us', () => {
    const texts = entries
      .filter(entry => entry.language === 'en-us')
      .flatMap(entry => [entry.title ?? [], entry.sentences].flat())
    expect(texts.filter(text => CJK_OR_FULL_WIDTH.test(text))).toEqual([])
  })

  it('are whole sentences, so that steps can be joined', () => {
    const cut = entries.flatMap(({ language, sentences }) =>
      sentences.filter(sentence => !SENTENCE_END[language].test(sentence)),
    )
    expect(cut).toEqual([])
  })

  it('say as many things in Chinese as in English', () => {
    const counts = (language: string) =>
      entries
        .filter(entry => entry.language === language)
        .map(({ service, key, sentences, advice }) => [service, key, sentences.length, advice.length])
    expect(counts('zh-cn')).toEqual(counts('en-us'))
  })

  it('give the same commands in both languages', () => {
    const command = /\b(?:GRANT|SET GLOBAL|ALTER ROLE|SELECT @@|SHOW GRANTS|sh\.\w+|db\.\w+)/g
    const commands = (language: string) =>
      entries
        .filter(entry => entry.language === language)
        .map(({ key, advice }) => [key, (advice.join(' ').match(command) ?? []).toSorted()])
    expect(commands('zh-cn')).toEqual(commands('en-us'))
  })

  it('hold nothing that a runner could take for a workflow command', () => {
    const texts = entries.flatMap(entry => [entry.title ?? [], entry.sentences].flat())
    expect(texts.filter(text => text.includes('::') || text.includes('##['))).toEqual([])
  })

  it('share a whole advice only between the two codes of the DEFINER check', () => {
    const keysByAdvice = Map.groupBy(entries, ({ language, advice }) => language + advice.join(' '))
    const shared = [...keysByAdvice.values()].filter(group => group.length > 1)
    const definer = ['userRequirementIsEnoughForDefiner', 'userPrivilegeIsEnoughForDefiner']
    expect(shared.map(group => group.map(entry => entry.key))).toEqual([definer, definer])
  })
})

describe('the links', () => {
  it('lead to the documentation of the two vendors by https, and every item has one', () => {
    const links = files.flatMap(([service, file]) =>
      Object.keys(file.items).map(key => catalogueIn('en-us').item(service, key)?.doc ?? ''),
    )
    expect(links).toHaveLength(84)
    expect(links.filter(link => !VENDOR_LINK.test(link))).toEqual([])
  })
})
