/** Section 3.1 of the contract and the readings of single values. */

export type Status = 'passed' | 'warning' | 'failed' | 'skipped' | 'pending' | 'unknown'

export interface Item {
  /** As the report may number it; which of several equal names has which number is not said here. */
  readonly id: string
  readonly name: string
  /** No other item of the task has this name. */
  readonly isAlone: boolean
  readonly status: Status
  readonly reason: string | null
}

export type Json = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Service words are compared without case and outer blanks; what is no word at all is none that is known. */
export function word(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? capitals(value.trim()) : `(${JSON.stringify(value)})`
}

/** Only the letters of ASCII have a case here: ß is no SS. */
const capitals = (text: string) => text.replace(/[a-z]/g, letter => letter.toUpperCase())

/** null: empty or absent. */
export function text(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') return JSON.stringify(value)
  return value.trim() === '' ? null : value
}

export function drsStatus(value: unknown): Status {
  const known: Record<string, Status> = {
    PASSED: 'passed',
    ALARM: 'warning',
    FAILED: 'failed',
    '': 'pending',
  }
  return known[word(value)] ?? 'unknown'
}

/** What `is_skipped` and the sub-jobs of a DRS item make of its result. */
export function drsItemStatus(item: Json): Status {
  const own = drsStatus(item['result'])
  const parts = Array.isArray(item['failed_sub_jobs']) ? item['failed_sub_jobs'].filter(isObject) : []
  const words = parts.flatMap(part => [word(part['check_result']), word(part['status'])])
  if (words.includes('FAILED')) return 'failed'
  const isOdd = words.some(one => !['PASSED', 'ALARM', ''].includes(one))
  if (isOdd && own === 'passed') return 'unknown'
  const isOpen = own === 'passed' || own === 'pending'
  return isOpen && truth(item['is_skipped']) === true ? 'skipped' : own
}

export function ddmStatus(value: unknown): Status {
  const known: Record<string, Status> = { SUCCESS: 'passed', WARN: 'warning', FAILED: 'failed' }
  return known[word(value)] ?? 'pending'
}

export function omsStatus(value: unknown): Status {
  const name = word(value)
  if (name === 'PASSED') return 'passed'
  if (['WARNING', 'WARN', 'ALARM'].includes(name)) return 'warning'
  if (name === 'SKIPPED') return 'skipped'
  if (name === 'FAILED') return 'failed'
  return ['INIT', 'PENDING', 'RUNNING', ''].includes(name) ? 'pending' : 'unknown'
}

/** A percentage with or without `%`; `absent` and `unreadable` are told apart. */
export function percent(value: unknown): number | 'absent' | 'unreadable' {
  if (value === undefined || value === null) return 'absent'
  if (typeof value === 'number') return value >= 0 && value <= 100 ? value : 'unreadable'
  if (typeof value !== 'string') return 'unreadable'
  const bare = value.trim().replace(/%$/, '').trim()
  if (value.trim() === '') return 'absent'
  if (!/^[0-9]+(\.[0-9]+)?$/.test(bare)) return 'unreadable'
  return Number(bare) <= 100 ? Number(bare) : 'unreadable'
}

/** A boolean or the word for one. */
export function truth(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return null
  const name = word(value)
  return name === 'TRUE' ? true : name === 'FALSE' ? false : null
}

/** The same text for the same content: keys in order, absent and null alike. */
export function sameAs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sameAs).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value ?? null)
  const keys = Object.keys(value).filter(key => value[key] !== null && value[key] !== undefined)
  return `{${keys
    .sort()
    .map(key => `${JSON.stringify(key)}=${sameAs(value[key])}`)
    .join(',')}}`
}

/** The same text for the same entries in any order. */
export function sameEntries(list: readonly unknown[]): string {
  return list.map(sameAs).sort().join('\n')
}

/** Items with their ids: equal names of one answer are told apart as `name`, `name#2`, … */
export function numbered(list: readonly Pick<Item, 'name' | 'status' | 'reason'>[]): readonly Item[] {
  const used = new Set<string>()
  const bare = new Set(list.map(({ name }) => name))
  return list.map(item => {
    const { name } = item
    let id = name
    for (let n = 2; used.has(id) || (id !== name && bare.has(id)); n += 1) id = `${name}#${n}`
    used.add(id)
    return { ...item, id, isAlone: list.filter(other => other.name === name).length === 1 }
  })
}

const WITH_RESULT: readonly Status[] = ['passed', 'warning', 'failed', 'skipped']

/** True when an earlier answer reported more items of a name with a result than the last one has of that name. */
export function isLost(earlier: readonly (readonly Item[])[], last: readonly Item[]): boolean {
  const count = (items: readonly Item[], name: string) => items.filter(item => item.name === name).length
  return earlier.some(items => {
    const reported = items.filter(({ status }) => WITH_RESULT.includes(status))
    return reported.some(({ name }) => count(reported, name) > count(last, name))
  })
}
