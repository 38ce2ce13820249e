import { describe, expect, it } from 'vitest'
import type { TitledChecks } from '../../src/catalogue/schema.ts'
import { STAND_INS } from '../../src/catalogue/words.ts'
import { LANGUAGES, type Language } from '../../src/precheck/sentence.ts'
import ddm from '../../src/services/ddm/catalogue.json' with { type: 'json' }
import drs from '../../src/services/drs/catalogue.json' with { type: 'json' }
import drsTitles from '../../src/services/drs/catalogue-titles.json' with { type: 'json' }
import oms from '../../src/services/oms/catalogue.json' with { type: 'json' }
import omsTitles from '../../src/services/oms/catalogue-titles.json' with { type: 'json' }
import { catalogueIn } from '../../testing/catalogue.ts'
import { CATALOGUE_FILES } from '../../testing/catalogue-files.ts'
import drsItemCodes from '../data/drs-item-codes.json' with { type: 'json' }
import { DDS_SAMPLE_CODES, MYSQL_SAMPLE_CODES } from './sample-codes.ts'

const CJK = /\p{Script=Han}/u
const CJK_OR_FULL_WIDTH = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const SENTENCE_END = { 'en-us': /\.$/, 'zh-cn': /。$/ } as const

const files = CATALOGUE_FILES.map(({ name, file }) => [name, file] as const)

const titles = CATALOGUE_FILES.flatMap(({ name: service, titled }) =>
  titled.map(check => ({ service, key: check['en-us'].title, check })),
)

type StepEntry = TitledChecks[number]['steps'][number]

const wordsOf = (step: StepEntry, language: Language) => step[language]
const codeOf = (step: StepEntry) => ('code' in step ? step.code : '')

/** Every item, reason and check known by title only, of every service in both languages, with its texts as one list. */
const entries = LANGUAGES.flatMap(language => [
  ...files.flatMap(([service, file]) => [
    ...Object.entries(file.items).map(([key, check]) => entryOf(service, key, check, language)),
    ...Object.entries(file.reasons).map(([key, reason]) => {
      const steps = reason.steps.map(step => wordsOf(step, language))
      const codes = reason.steps.map(codeOf)
      return {
        service,
        key,
        language,
        steps,
        codes,
        sentences: [reason[language].meaning, ...steps],
        title: null,
      }
    }),
  ]),
  ...titles.map(({ service, key, check }) => entryOf(service, key, check, language)),
])

function entryOf(service: string, key: string, check: TitledChecks[number], language: Language) {
  const { title, checks, causes } = check[language]
  const steps = check.steps.map(step => wordsOf(step, language))
  const codes = check.steps.map(codeOf)
  return { service, key, language, steps, codes, sentences: [checks, ...causes, ...steps], title }
}

/** Words of the languages and clients that commands are written in. */
const KEYWORDS = new Set(
  `A ACTION ADD ALL ALTER AND ANY ARCHIVELOG AS AUTO_INCREMENT BASE BEGIN BETWEEN BIGINT BINARY BLOB BY BYPASSRLS C CASCADE CASE
  CAST CERTIFICATE CHANGE CHARACTER CHAR_LENGTH CLIENT CLOB COALESCE COLLATE COLUMN COLUMNS COMMITTED CONNECT CONSTRAINT
  CONVERT COUNT CREATE CREATEDB DATA DATABASE DATABASES DECIMAL DEFAULT DEFERRABLE DELETE DICTIONARY DISTINCT DROP DYNAMIC ELSE
  ENCRYPTION END ENGINE EVENT EVENTS EXEC EXISTS EXTENSION FOR FOREIGN FROM FULL GLOBAL GRANT GRANTS GROUP HAVING HOSTS
  IDENTIFIED IDENTITY IF IMMEDIATE IN INDEX INSERT INVISIBLE IS ISOLATION JOIN KEY LEFT LENGTH LEVEL LIKE LOCK LOG LOGFILE
  LOGGED LOGS LOWER MASTER MAX MIN MODIFY MOUNT NCLOB NLS_CHARACTERSET NO NONE NOT NULL OFF OFF_PERMISSIVE ON
  ONGOING_ANONYMOUS_TRANSACTION_COUNT ON_PERMISSIVE OPEN OPTION OR ORDER P PERSIST PRI PRIMARY PRIVILEGES PROCEDURE PUBLICATION
  QUOTA READ REFERENCES REGEXP REGEXP_LIKE RENAME REPLICA REPLICAS REPLICATION REQUIRE RESET RESTRICT ROLE ROUTINE ROW
  ROW_FORMAT SCHEMA SCOPE SELECT SEQUENCES SESSION SESSION_VARIABLES_ADMIN SET SHOW SHOW_ROUTINE SHUTDOWN SLAVE SPFILE
  SQL_THREAD START STARTUP STATUS STOP SUM SUPPLEMENTAL SWITCH SYSTEM TABLE TABLES THEN TO TOPOLOGY TRANSACTION TRIGGER
  TRIGGERS TRUNCATE U UNIQUE UNLIMITED UNSIGNED UPDATE USAGE USER USERS USING UTC_TIMESTAMP VARIABLES VERSION VIEW WARN WHEN
  WHERE WITH Y YES Z0`.split(/\s+/),
)

const allSteps = [
  ...files.flatMap(([, file]) =>
    [...Object.entries(file.items), ...Object.entries(file.reasons)].flatMap(([key, { steps }]) =>
      steps.map(step => ({ key, step })),
    ),
  ),
  ...titles.flatMap(({ key, check }) => check.steps.map(step => ({ key, step }))),
]

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

  it('holds the documented checks whose code is not known, by title', () => {
    expect(drsTitles.checks).toHaveLength(44)
    expect(omsTitles.checks).toHaveLength(28)
  })

  it('names in its texts only DRS reason codes that it explains', () => {
    const code = /\b(?:[A-Z]+_){3,}[A-Z]+\b/g
    const named = JSON.stringify(drs.items).match(code) ?? []
    const database = [
      'SESSION_VARIABLES_ADMIN',
      'SYSTEM_VARIABLES_ADMIN',
      'NO_ENGINE_SUBSTITUTION',
      'NO_AUTO_CREATE_USER',
      'ONGOING_ANONYMOUS_TRANSACTION_COUNT',
    ]
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
        .map(({ service, key, sentences, steps }) => [service, key, sentences.length, steps.length])
    expect(counts('zh-cn')).toEqual(counts('en-us'))
  })

  it('leave commands to the field that is made for them', () => {
    // A sentence may name a statement, but one that could be run belongs where it can be copied and is tried.
    const statement = /\b(?:SELECT .+ FROM|GRANT .+ TO|SET GLOBAL \w+ =|ALTER (?:TABLE|ROLE) \w+ |db\.\w+\()/
    const found = allSteps.filter(({ step }) => LANGUAGES.some(language => statement.test(step[language])))
    expect(found.map(({ key }) => key)).toEqual([])
  })

  // Without one the client waits for more, and takes what is pasted next for the rest of the statement.
  it.each(['mysql', 'obclient', 'psql', 'gsql', 'sqlplus', 'ddm'])(
    'end every statement for %s with a semicolon',
    client => {
      const lines = allSteps.flatMap(({ step }) =>
        'code' in step && step.lang === client ? step.code.split('\n') : [],
      )
      // These two are commands of the client itself.
      const open = lines.filter(line => !line.endsWith(';') && !/^(?:SHUTDOWN|STARTUP) [A-Z]+$/.test(line))
      expect(lines.length).toBeGreaterThan(0)
      expect(open).toEqual([])
    },
  )

  it('write an account that stands for one of yours in capitals, like every other stand-in', () => {
    const accounts = allSteps.flatMap(({ step }) => codeOf(step).match(/\b(?:drs|oms)_user\b/gi) ?? [])
    expect(new Set(accounts)).toEqual(new Set(['DRS_USER', 'OMS_USER']))
  })

  it('have no word in capitals but keywords and what is listed as a stand-in', () => {
    const words = allSteps.flatMap(({ step }) => codeOf(step).match(/\b[A-Z][A-Z0-9_]*\b/g) ?? [])
    const own = words.filter(word => !KEYWORDS.has(word))
    expect([...new Set(own)].toSorted()).toEqual(STAND_INS.toSorted())
  })

  it('hold nothing that a runner could take for a workflow command', () => {
    const texts = entries.flatMap(entry => [entry.title ?? [], entry.sentences].flat())
    expect(texts.filter(text => text.includes('::') || text.includes('##['))).toEqual([])
  })

  it('share a whole advice only between two codes of one check, or two checks of one parameter', () => {
    const keysByAdvice = Map.groupBy(entries, ({ language, steps, codes }) =>
      [language, ...steps, ...codes].join(' '),
    )
    const shared = [...keysByAdvice.values()].filter(group => group.length > 1)
    const expected = [
      ['userRequirementIsEnoughForDefiner', 'userPrivilegeIsEnoughForDefiner'],
      ['_log_parallelism_max', 'LOG_PARALLELISM_MAX'],
      ['Destination log_bin_trust_function_creators', 'log_bin_trust_function_creators equal'],
    ]
    expect(shared.map(group => group.map(entry => entry.key))).toEqual([...expected, ...expected])
  })
})

describe('a step that changes something', () => {
  const DANGERS = [
    [/^DROP DATABASE|\.drop\(\)|^TRUNCATE/, /^(?:Deletes|会删除)/],
    [/^SET GLOBAL server_id/, /^(?:Can lose data|可能丢失数据)/],
    [/^SET GLOBAL (?:binlog_)?expire/, /^(?:Can delete logs|可能删除日志)/],
    [
      /ENGINE=InnoDB|ROW_FORMAT|ENCRYPTION='N'|ADD COLUMN id |CONVERT TO|MODIFY COL /,
      /^(?:Rebuilds|Or convert .+ rebuilt|Or, .+ rebuilt|会重建表|或.+会重建表)/,
    ],
    [
      /^\[mysqld\]\n(?:log_|character_set|lower_case)|^wal_level|^max_|^rm /,
      /^(?:Restarts the server|需要重启数据库)/,
    ],
    [/^SELECT pg_drop_replication_slot|^DROP PUBLICATION/, /cannot go on afterwards|之后无法继续/],
    [/SUPPLEMENTAL LOG DATA/, /^(?:Waits for|会等待)/],
    [/(?:SLAVE|REPLICA) SQL_THREAD/, /^(?:Stops|会中断|同样会中断)/],
    [/^RENAME TABLE|sp_rename|renameCollection/, /^(?:The application stops finding|应用会找不到)/],
    [/^(?:SHUTDOWN)/, /^(?:Stops and restarts|会停止并重启)/],
    [/^SET GLOBAL enforce_gtid_consistency = WARN/, /^(?:Stops replicas|会中断)/],
    [/^SET GLOBAL ob_tcp_invited_nodes/, /^(?:Replaces the whole list|会替换整个列表)/],
  ] as const

  it.each(DANGERS)('and that matches %s says first what it does', (command, warning) => {
    const found = allSteps.filter(({ step }) => 'code' in step && command.test(step.code))
    expect(found.length).toBeGreaterThan(0)
    const silent = found.filter(({ step }) => !LANGUAGES.every(language => warning.test(step[language])))
    expect(silent.map(({ key }) => key)).toEqual([])
  })

  it('is marked as one', () => {
    const change =
      /^(?:GRANT|CREATE|ALTER|DROP|SET GLOBAL|RENAME|TRUNCATE)\b|\.(?:drop|dropIndex|createIndex)\(/
    const unmarked = allSteps.filter(({ step }) => 'code' in step && change.test(step.code) && !step.changes)
    expect(unmarked.map(({ key }) => key)).toEqual([])
  })

  it('grants nothing to an account that was not looked up first', () => {
    const all = [
      ...files.flatMap(([, file]) => [...Object.entries(file.items), ...Object.entries(file.reasons)]),
    ]
    const careless = all.filter(([, { steps }]) => {
      const codes = steps.flatMap(step => ('code' in step && step.lang === 'mysql' ? [step.code] : []))
      const first = codes.findIndex(code => code.startsWith('GRANT') && code.includes("'@'"))
      return (
        first !== -1 &&
        !codes.slice(0, first).some(code => code.includes('mysql.user') || code.startsWith('SHOW'))
      )
    })
    expect(careless.map(([key]) => key)).toEqual([])
  })
})

describe('the steps of one item', () => {
  const stepsOf = (item: string) => allSteps.flatMap(({ key, step }) => (key === item ? [step] : []))
  const codesOf = (item: string) => stepsOf(item).map(codeOf)

  it('say before 8.0 nothing of what came with it', () => {
    const old = allSteps.filter(({ step }) => 'code' in step && step.before === '8.0')
    expect(old.length).toBeGreaterThan(0)
    const found = old.filter(({ step }) => LANGUAGES.some(language => /PERSIST/.test(step[language])))
    expect(found.map(({ key }) => key)).toEqual([])
  })

  it('read a binlog retention before they set one, and set it only where it is too short', () => {
    const codes = codesOf('srcDbBinlogExpireLogsDays')
    for (const name of ['expire_logs_days', 'binlog_expire_logs_seconds']) {
      const read = codes.indexOf(`SELECT @@GLOBAL.${name};`)
      const set = codes.findIndex(code => code.startsWith(`SET GLOBAL ${name} = `))
      expect([read !== -1, read < set]).toEqual([true, true])
      expect(stepsOf('srcDbBinlogExpireLogsDays')[set]?.['en-us']).toContain('only if it is')
    }
  })

  it('say of every key column that an AUTO_INCREMENT column stands in its way', () => {
    const adds = allSteps.filter(({ step }) => /AUTO_INCREMENT (?:INVISIBLE )?PRIMARY KEY/.test(codeOf(step)))
    expect(adds.length).toBeGreaterThan(1)
    for (const { step } of adds)
      for (const language of LANGUAGES)
        expect(step[language].replace(/.*AUTO_INCREMENT/, '')).toMatch(/^ (?:column\.|列时会被拒绝。)$/)
  })

  it('show a TTL index, and hold the monitor, before they drop one', () => {
    for (const key of ['srcCollHasTtlIndex', 'SRC_HAS_TTL_INDEXES'])
      expect(codesOf(key).filter(code => code !== '')).toEqual([
        'use DB\ndb.COLL.getIndexes()',
        'db.adminCommand({setParameter: 1, ttlMonitorEnabled: false})',
        "db.COLL.dropIndex('NAME')",
      ])
  })

  it('show from where the account may log in to a destination', () => {
    expect(codesOf('dstDbConnection').join()).toContain('SELECT user, host FROM mysql.user')
  })
})

describe('the links', () => {
  const hosts: Readonly<Record<string, readonly string[]>> = {
    drs: ['support.huaweicloud.com'],
    ddm: ['support.huaweicloud.com'],
    oms: ['en.oceanbase.com'],
  }

  it('lead to the documentation of the two vendors by https', () => {
    for (const { name, file } of CATALOGUE_FILES.filter(({ name }) => Object.hasOwn(hosts, name)))
      expect([name, [...new Set(Object.values(file.lists).map(list => new URL(list).host))]]).toEqual([
        name,
        hosts[name],
      ])
  })

  it('lead to the lists of the own service or to a host of them, and every item has one', () => {
    for (const { name, file, titled } of CATALOGUE_FILES) {
      const own = Object.values(file.lists).map(list => new URL(list).origin)
      const links = [
        ...Object.keys(file.items).map(key => catalogueIn('en-us').item(name, key)?.doc ?? `none: ${key}`),
        ...titled.flatMap(({ doc }) => doc ?? []),
      ]
      expect(links.length).toBeGreaterThan(0)
      expect(links.filter(link => !URL.canParse(link) || !own.includes(new URL(link).origin))).toEqual([])
      expect(links.filter(link => !link.startsWith('https://'))).toEqual([])
    }
  })
})
