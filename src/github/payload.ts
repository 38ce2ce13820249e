import { inEach, type Sentence, told } from '../precheck/sentence.ts'

/**
 * The payload of the event that set this run off: parsed JSON, of which nothing is believed. Read by hand and not with zod: this
 * runs at every start, and loading zod costs more than bare Node.
 */

/** Stands in the place of a payload that is there and cannot be read. */
export class UnreadablePayload {
  readonly warning: Sentence

  constructor(why: Sentence) {
    this.warning = inEach(in_ =>
      told(
        `GITHUB_EVENT_PATH: the event that set this run off could not be read (${in_(why)}), so it counts as one that is not known: no pull request is seen, and a waiver file is read from the default branch unless waivers-ref names another place`,
        `GITHUB_EVENT_PATH：无法读取触发本次运行的事件（${in_(why)}），因此按未知事件处理：看不到拉取请求，豁免文件从默认分支读取，除非 waivers-ref 另有指定`,
      ),
    )
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
