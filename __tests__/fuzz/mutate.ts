import type { Change } from './case.ts'

/** Answers harmed in one place: what a service of another version, a proxy or a defect could send. */

type Holder = { readonly owner: unknown[] | Record<string, unknown>; readonly key: string | number }

/** Changes the nth part of a JSON value in place; part 0 is the first below the top. */
export function mutate(json: unknown, part: number, change: Change): void {
  const places: Holder[] = []
  collect(json, places)
  const place = places[part % Math.max(1, places.length)]
  if (place !== undefined) apply(place, change)
}

function collect(value: unknown, places: Holder[]): void {
  if (Array.isArray(value)) {
    for (const key of value.keys()) places.push({ owner: value, key })
    for (const inner of value) collect(inner, places)
  } else if (isRecord(value)) {
    for (const key of Object.keys(value)) places.push({ owner: value, key })
    for (const inner of Object.values(value)) collect(inner, places)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function apply({ owner, key }: Holder, change: Change): void {
  const before = Array.isArray(owner) ? owner[Number(key)] : owner[key]
  if (change === 'drop' || (change === 'twice' && Array.isArray(owner))) {
    if (Array.isArray(owner))
      owner.splice(
        Number(key),
        change === 'drop' ? 1 : 0,
        ...(change === 'drop' ? [] : [structuredClone(before)]),
      )
    else delete owner[key]
    return
  }
  if (change === 'upper' && !Array.isArray(owner)) {
    delete owner[key]
    owner[String(key).toUpperCase()] = before
    return
  }
  const after = changed(before, change)
  if (Array.isArray(owner)) owner[Number(key)] = after
  else owner[key] = after
}

function changed(before: unknown, change: Change): unknown {
  switch (change) {
    case 'null':
      return null
    case 'text':
      return 'PASSED'
    case 'blank':
      return '  '
    case 'number':
      return 100
    case 'true':
      return true
    case 'false':
      return false
    case 'object':
      return {}
    case 'list':
      return [before]
    case 'reverse':
      return Array.isArray(before)
        ? before.toReversed()
        : typeof before === 'string'
          ? before.toLowerCase()
          : before
    default:
      return before
  }
}
