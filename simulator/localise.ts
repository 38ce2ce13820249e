import { isJsonObject, type Json } from './json.ts'

const LANGUAGES = ['en-us', 'zh-cn']

/**
 * Puts the text of one language wherever a scenario gives several (`{ en-us: …, zh-cn: … }`), at any depth.
 * A language that is not given falls back to the first one that is.
 */
export function localise(value: Json, language: string): Json {
  if (Array.isArray(value)) return value.map((entry: Json) => localise(entry, language))
  if (!isJsonObject(value)) return value
  const keys = Object.keys(value)
  if (keys.length > 0 && keys.every(key => LANGUAGES.includes(key))) {
    return value[language] ?? Object.values(value)[0] ?? ''
  }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, localise(entry, language)]))
}
