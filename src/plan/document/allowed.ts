import * as z from 'zod'
import { inEach, LANGUAGES, type Language, type Sentence, told } from '../../precheck/sentence.ts'
import { alternatives } from '../quoted.ts'

/**
 * What a schema allows at a place, in words. It is read from the schema itself (in its JSON form), so that an
 * error, the published JSON schema and the check can never say different things.
 */

type JsonSchema = z.core.JSONSchema.BaseSchema
export type Path = readonly PropertyKey[]

const CHINESE = z.registry<{ readonly description: string }>()

/** Returns the schema with what it allows in words; the published JSON schema has the English ones. */
export function saying<Schema extends z.ZodType>(schema: Schema, allowed: Sentence): Schema {
  const described = schema.describe(allowed.in('en-us'))
  CHINESE.add(described, { description: allowed.in('zh-cn') })
  return described
}

/** Returns what tells the keys and values that a schema allows at a path of a document; each null where it takes any. */
export function allowedBy(schema: z.ZodType, document: unknown) {
  const options = { io: 'input', unrepresentable: 'any' } as const
  const roots = {
    'en-us': z.toJSONSchema(schema, options),
    'zh-cn': z.toJSONSchema(schema, { ...options, metadata: CHINESE }),
  }
  const either = (path: Path, textsOf: (found: JsonSchema, language: Language) => readonly string[]) => {
    const [english = [], chinese] = LANGUAGES.map(language => [
      ...new Set(schemasAt(roots[language], path, document).flatMap(found => textsOf(found, language))),
    ])
    return english.length === 0 ? null : alternatives(english, chinese)
  }
  return {
    keys(path: Path): Sentence | null {
      const found = schemasAt(roots['en-us'], path, document)
      const keys = [...new Set(found.flatMap(({ properties = {} }) => Object.keys(properties)))]
      return keys.length === 0 ? null : told(keys.join(', '), keys.join('、'))
    },
    /** What any key of the mapping at this place has to be. */
    names: (path: Path) =>
      either(path, ({ propertyNames: names }, language) =>
        typeof names === 'object' && !Array.isArray(names) ? valuesOf(names, language) : [],
      ),
    values: (path: Path) => either(path, valuesOf),
  }
}

function schemasAt(root: JsonSchema, path: Path, document: unknown): readonly JsonSchema[] {
  let schemas = likely(branches(root, root), document)
  let value = document
  for (const segment of path) {
    value = memberOf(value, segment)
    const inner = schemas.flatMap(schema => innerSchemas(schema, segment)).flatMap(s => branches(s, root))
    schemas = likely(inner, value)
  }
  return schemas
}

/** A schema with its references followed and its unions opened. */
function branches(schema: JsonSchema, root: JsonSchema): readonly JsonSchema[] {
  if (schema.$ref !== undefined) {
    const target = schema.$ref === '#' ? root : root.$defs?.[schema.$ref.replace('#/$defs/', '')]
    return target === undefined ? [] : branches(target, root)
  }
  const options = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  return options.length === 0 ? [schema] : options.flatMap(option => branches(option, root))
}

function innerSchemas(schema: JsonSchema, segment: PropertyKey): readonly JsonSchema[] {
  const named = Object.hasOwn(schema.properties ?? {}, segment)
    ? schema.properties?.[String(segment)]
    : undefined
  const inner = typeof segment === 'number' ? schema.items : (named ?? schema.additionalProperties)
  return typeof inner === 'object' && !Array.isArray(inner) ? [inner] : []
}

/** The branches whose fixed words (`service: drs`) are those of the value; all of them when none fits. */
function likely(schemas: readonly JsonSchema[], value: unknown): readonly JsonSchema[] {
  const fitting = schemas.filter(schema =>
    Object.entries(schema.properties ?? {}).every(
      ([key, inner]) =>
        typeof inner !== 'object' || inner.const === undefined || inner.const === memberOf(value, key),
    ),
  )
  return fitting.length === 0 ? schemas : fitting
}

/** Returns what an object or a list itself has there; undefined for all else. */
export function memberOf(value: unknown, segment: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, segment)
    ? Reflect.get(value, segment)
    : undefined
}

function valuesOf(schema: JsonSchema, language: Language): readonly string[] {
  const words = schema.enum ?? (schema.const === undefined ? null : [schema.const])
  if (words !== null) return words.map(word => JSON.stringify(word))
  const types = [schema.type ?? []].flat()
  return types.map(type => {
    const kind = kindOf(type, schema).in(language)
    if (schema.description === undefined) return kind
    return told(`${kind} (${schema.description})`, `${kind}（${schema.description}）`).in(language)
  })
}

function kindOf(type: z.core.JSONSchema.SchemaType, schema: JsonSchema): Sentence {
  switch (type) {
    case 'string':
      return textOf(schema)
    case 'number':
    case 'integer':
      return numberOf(type, schema)
    case 'boolean':
      return told('true or false', 'true 或 false')
    case 'null':
      return told('nothing', '空')
    case 'array':
      return schema.minItems === undefined
        ? told('a list', '列表')
        : told(`a list with ${schema.minItems} or more entries`, `至少 ${schema.minItems} 项的列表`)
    case 'object':
      return told('a mapping of keys to values', '键值映射')
  }
}

/** A description says it better than a pattern, which stands here only where there is none. */
function textOf({ description, pattern, minLength }: JsonSchema): Sentence {
  if (description !== undefined) return told('text', '文本')
  if (pattern !== undefined) return told(`text matching ${pattern}`, `匹配 ${pattern} 的文本`)
  return minLength === undefined ? told('text', '文本') : told('text that is not empty', '非空文本')
}

function numberOf(type: 'number' | 'integer', schema: JsonSchema): Sentence {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema
  const kind = type === 'integer' ? told('a whole number', '整数') : told('a number', '数字')
  const limits = [
    { value: minimum, words: told(`at least ${minimum}`, `至少 ${minimum}`) },
    { value: exclusiveMinimum, words: told(`over ${exclusiveMinimum}`, `大于 ${exclusiveMinimum}`) },
    { value: maximum, words: told(`at most ${maximum}`, `至多 ${maximum}`) },
    { value: exclusiveMaximum, words: told(`under ${exclusiveMaximum}`, `小于 ${exclusiveMaximum}`) },
  ].filter(
    // The limits that every whole number has tell nobody anything.
    ({ value }) => value !== undefined && Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER,
  )
  if (limits.length === 0) return kind
  return inEach(in_ => {
    const texts = limits.map(({ words }) => in_(words))
    return told(`${in_(kind)}, ${texts.join(' and ')}`, `${in_(kind)}，${texts.join('，')}`)
  })
}
