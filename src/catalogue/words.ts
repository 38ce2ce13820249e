/** The closed lists of the catalogue and how a reader sees them. */

/** In blocking order: without a connection no version can be read, without rights hardly anything else. */
export const RANKS = ['connection', 'version', 'rights', 'rest'] as const

export const ENGINES = [
  'mysql',
  'mongodb',
  'postgresql',
  'oracle',
  'sqlserver',
  'oceanbase',
  'gaussdb',
  'ddm',
  'redis',
  'db2',
] as const

export const ENGINE_NAMES: Readonly<Record<string, string>> = {
  mysql: 'MySQL',
  mongodb: 'MongoDB',
  postgresql: 'PostgreSQL',
  oracle: 'Oracle',
  sqlserver: 'SQL Server',
  oceanbase: 'OceanBase',
  gaussdb: 'GaussDB',
  ddm: 'DDM',
  redis: 'Redis',
  db2: 'Db2',
} satisfies Record<(typeof ENGINES)[number], string>

/** What stands in a command for a name or a value that only the reader knows: in capitals, and no keyword. */
export const STAND_INS = (
  'DRS_USER OMS_USER DB T COL COL2 COLL S S2 I N OLD NEW NAME NAME2 CHILD PARENT TYPE HOST PORT IP METHOD PASSWORD ' +
  'OWNER TENANT CLUSTER SERVICE DATADIR MODES BYTES TABLE_NAME EXT PID PUB LIST'
).split(' ')

/** The least role that may run a command; `task` is the account that the task connects with. */
export const RIGHTS = ['task', 'triggers', 'variables', 'owner', 'admin', 'superuser', 'dba', 'host'] as const

const RIGHTS_EN: Readonly<Record<string, string>> = {
  triggers: 'needs TRIGGER and EVENT',
  variables: 'needs SUPER, from 8.0 SYSTEM_VARIABLES_ADMIN',
  variablesBefore8: 'needs SUPER',
  owner: 'needs all rights on the object',
  admin: 'as an administrator',
  superuser: 'as a superuser',
  dba: 'as a DBA',
  host: 'on the host of the server',
}
const RIGHTS_ZH: Readonly<Record<string, string>> = {
  triggers: '需要 TRIGGER 和 EVENT 权限',
  variables: '需要 SUPER，8.0 起为 SYSTEM_VARIABLES_ADMIN',
  variablesBefore8: '需要 SUPER',
  owner: '需要该对象的全部权限',
  admin: '由管理员执行',
  superuser: '由超级用户执行',
  dba: '由 DBA 执行',
  host: '在数据库服务器上',
}

/** How sentences are put together in each language. */
export const GRAMMAR = {
  'en-us': {
    rights: RIGHTS_EN,
    from: (version: string) => `from ${version}`,
    before: (version: string) => `before ${version}`,
    between: ', ',
    brackets: (facts: string) => ` (${facts})`,
    fullStop: '.',
    colon: ': ',
  },
  'zh-cn': {
    rights: RIGHTS_ZH,
    from: (version: string) => `${version} 起`,
    before: (version: string) => `${version} 之前`,
    between: '，',
    brackets: (facts: string) => `（${facts}）`,
    fullStop: '。',
    colon: '：',
  },
} as const
