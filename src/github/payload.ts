/**
 * The payload of the event that set this run off: parsed JSON, of which nothing is believed. Read by hand and not with zod: this
 * runs at every start, and loading zod costs more than bare Node.
 */

/** Stands in the place of a payload that is there and cannot be read. */
export class UnreadablePayload {
  readonly warning: string

  constructor(why: string) {
    this.warning = `GITHUB_EVENT_PATH: the event that set this run off could not be read (${why}), so it counts as one that is not known: no pull request is seen, and a waiver file is read from the default branch unless waivers-ref names another place`
  }
}

/** SHA-1, or SHA-256 as newer repositories have it. */
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** Returns what stands at a path of names. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(
    (at: unknown, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? Reflect.get(at, name) : undefined,
    value,
  )
}

/** Returns the text at a path of names, null for an empty one and for what is none. */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = valueAt(value, ...path)
  return typeof found === 'string' && found !== '' ? found : null
}

export function shaOf(value: unknown): string | null {
  return typeof value === 'string' && SHA.test(value) ? value : null
}
