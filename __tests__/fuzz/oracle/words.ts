/** Section 3.1 of the contract and the readings of single values. */

export type Status = 'passed' | 'warning' | 'failed' | 'skipped' | 'pending' | 'unknown'

export interface Item {
  readonly id: string
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
  return typeof value === 'string' ? value.trim().toUpperCase() : `(${JSON.stringify(value)})`
}

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

/** Ids of one answer that are the same are told apart as `id`, `id#2`, … */
export function numberedIds(ids: readonly string[]): readonly string[] {
  const used = new Set<string>()
  const bare = new Set(ids)
  return ids.map(id => {
    let own = id
    for (let n = 2; used.has(own) || (own !== id && bare.has(own)); n += 1) own = `${id}#${n}`
    used.add(own)
    return own
  })
}
