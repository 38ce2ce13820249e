import type { Redact } from '../precheck/fingerprint.ts'
import type { JsonValue } from '../precheck/model.ts'
import type { ReportItem } from './schema.ts'

/** Data nested deeper than this is cut: serialising it could exhaust the stack and lose the whole report. */
const MAX_JSON_NESTING = 64

/** `Object.fromEntries` keeps a key such as `__proto__` as a plain property; an assignment would not. */
export function jsonOf(
  value: JsonValue,
  redact: Redact,
  levelsLeft = MAX_JSON_NESTING,
): ReportItem['blackObjects'] {
  if (typeof value === 'string') return redact(value)
  if (typeof value !== 'object' || value === null) return value
  if (levelsLeft === 0) return '(nested too deep to be shown)'
  if (Array.isArray(value)) return value.map(part => jsonOf(part, redact, levelsLeft - 1))
  const nameOf = differentNames(redact)
  const parts = Object.entries(value).map(([key, part]) => [
    nameOf(key),
    jsonOf(part, redact, levelsLeft - 1),
  ])
  return Object.fromEntries(parts)
}

/** The keys of one object are text from outside too, and two that are alike once redacted must not lose one's value. */
function differentNames(redact: Redact): (key: string) => string {
  const taken = new Map<string, number>()
  return key => {
    const name = redact(key)
    let count = (taken.get(name) ?? 0) + 1
    while (count > 1 && taken.has(`${name}#${count}`)) count += 1
    taken.set(name, count)
    if (count === 1) return name
    taken.set(`${name}#${count}`, 1)
    return `${name}#${count}`
  }
}
