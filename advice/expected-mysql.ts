/**
 * What a command has to show on the fixture, beside running without an error: rows that must be there, and rows that
 * must not, because the command is said to list the user's objects only.
 */

export interface Shows {
  readonly has?: readonly string[]
  readonly hasNot?: readonly string[]
  /** The whole list, whatever its order. */
  readonly exactly?: readonly string[]
}

const SYSTEM = ['mysql\t', 'performance_schema\t', 'sys\t', 'information_schema\t']

/** By the begin of the command, and what is somewhere in it. */
const SHOWN: readonly (readonly [begin: string, part: string, shows: Shows])[] = [
  ['SELECT schema_name FROM', 'REGEXP', { exactly: ['Old_db'] }],
  ['SHOW CREATE PROCEDURE', '', { has: ['SELECT 1'], hasNot: ['\tNULL\t'] }],
  ["SHOW VARIABLES LIKE 'log_bin'", '', { exactly: ['log_bin\tON'] }],
  ['SHOW MASTER STATUS', '', { has: ['mysql-bin.'] }],
  ['SHOW BINARY LOGS', '', { has: ['mysql-bin.'] }],
  ['SHOW DATABASES', '', { has: ['shop'] }],
  ['SHOW TRIGGERS', '', { has: ['trg1'] }],
  ['SHOW CREATE TRIGGER', '', { has: ['NEW.c'] }],
  ['SELECT table_schema, table_name FROM', "engine = 'MyISAM'", { exactly: ['shop\tmyi'] }],
  [
    'SELECT table_schema, table_name, engine FROM',
    '',
    { exactly: ['shop\tmem\tMEMORY', 'shop\tmyi\tMyISAM'] },
  ],
  ['SELECT s.table_schema', 'NOT BETWEEN 0 AND 767', { exactly: ['shop\tlong_k\tk1\tc'] }],
  [
    'SELECT table_schema, table_name, column_name, collation_name',
    '',
    { has: ['shop\tcollated\tc\tutf8mb4_bin'], hasNot: SYSTEM },
  ],
  ['SELECT table_schema, table_name FROM', 'table_name REGEXP', { exactly: [] }],
  ['SELECT processlist_id', '', { exactly: [] }],
  ['SHOW GLOBAL STATUS', '', { has: ['Threads_connected', 'max_connections'] }],
  ['SELECT t.table_schema', '', { exactly: ['shop\tnopk'] }],
  ['SELECT table_schema, table_name, column_name FROM', 'longtext', { exactly: ['shop\tt1\tbody'] }],
  ['SELECT table_schema, table_name FROM', 'CAST(table_name', { exactly: ['Old_db\tT', 'shop\tOld_t'] }],
  ['SELECT table_schema, table_name, table_collation', '', { has: ['shop\tt1\tutf8mb4_'], hasNot: SYSTEM }],
  ['SELECT DISTINCT table_schema', '', { exactly: ['shop\tparted'] }],
  ['SELECT constraint_schema', '', { has: ['shop\tchild\tfkc'], hasNot: SYSTEM }],
  ['SELECT table_schema, table_name, referenced', '', { has: ['shop\tchild\tshop\tparent'] }],
  ['SELECT table_schema, table_name, column_name, data_type', '', { has: ['shop\tfl\tf\tfloat'] }],
  ['SELECT MIN(', '', { exactly: [] }],
  ['SELECT MAX(LENGTH', '', { exactly: ['5000'] }],
  ['SELECT COUNT(*)', '', { exactly: ['2'] }],
  ['SHOW GRANTS', '', { has: ['SELECT'] }],
  ['SELECT user, host', 'drs_user', { has: ['drs_user\t%'] }],
]

/** Returns what is wrong with the rows; null when they are as said. */
export function complaint(code: string, rows: readonly string[]): string | null {
  const shown = SHOWN.find(([begin, part]) => code.startsWith(begin) && code.includes(part))
  if (shown === undefined) return null
  const [, , { has = [], hasNot = [], exactly }] = shown
  const text = rows.join('\n')
  const missing = has.find(part => !text.includes(part))
  if (missing !== undefined) return `shows no ${JSON.stringify(missing)} but ${JSON.stringify(text)}`
  const extra = rows.find(row => hasNot.some(part => row.startsWith(part)))
  if (extra !== undefined) return `shows ${JSON.stringify(extra)}, which it should not`
  if (exactly !== undefined && rows.toSorted().join('\n') !== exactly.toSorted().join('\n'))
    return `shows ${JSON.stringify(rows)} and not ${JSON.stringify(exactly)}`
  return null
}

/** Returns a question whose answer shows that a setting took hold; null for what is no setting. */
export function proofOf(code: string): { readonly question: string; readonly answer: RegExp } | null {
  const set = /^SET GLOBAL (\w+) = '?([^';]*)'?(?:;|$)/.exec(code)
  if (set === null) return null
  const [, name = '', value = ''] = set
  return { question: `SELECT @@GLOBAL.${name}`, answer: valuePattern(value) }
}

/** The server shows switches as 1 and 0 or by word. */
export function valuePattern(value: string): RegExp {
  if (/^on$/i.test(value)) return /^(?:1|on)$/i
  if (/^off$/i.test(value)) return /^(?:0|off)$/i
  return new RegExp(`^${value.replaceAll(/[.+*?^$()[\]\\]/g, '\\$&')}(?:\\.\\d+)?$`, 'i')
}
