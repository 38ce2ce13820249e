import type { core } from 'zod'
import { alternatives } from './problems.ts'

/**
 * What a schema allows at a place, in words. It is read from the schema itself (in its JSON form), so that an
 * error, the published JSON schema and the check can never say different things.
 */

type JsonSchema = core.JSONSchema.BaseSchema
export type Path = readonly PropertyKey[]

/** The keys that a mapping at this place may have; null where the schema names none. */
export function allowedKeys(root: JsonSchema, path: Path, document: unknown): string | null {
  const keys = schemasAt(root, path, document).flatMap(schema => Object.keys(schema.properties ?? {}))
  return keys.length === 0 ? null : [...new Set(keys)].join(', ')
}

/** The values that may stand at this place; null where the schema takes anything. */
export function allowedValues(root: JsonSchema, path: Path, document: unknown): string | null {
  const texts = schemasAt(root, path, document).flatMap(valuesOf)
  return texts.length === 0 ? null : alternatives([...new Set(texts)])
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

function valuesOf(schema: JsonSchema): readonly string[] {
  const words = schema.enum ?? (schema.const === undefined ? null : [schema.const])
  if (words !== null) return words.map(word => JSON.stringify(word))
  const types = [schema.type ?? []].flat()
  return types.map(type => {
    const kind = kindOf(type, schema)
    return schema.description === undefined ? kind : `${kind} (${schema.description})`
  })
}

function kindOf(type: core.JSONSchema.SchemaType, schema: JsonSchema): string {
  switch (type) {
    case 'string':
      return `text${textLimits(schema)}`
    case 'number':
    case 'integer':
      return `a ${type === 'integer' ? 'whole ' : ''}number${numberLimits(schema)}`
    case 'boolean':
      return 'true or false'
    case 'null':
      return 'nothing'
    case 'array':
      return schema.minItems === undefined ? 'a list' : `a list with ${schema.minItems} or more entries`
    case 'object':
      return 'a mapping of keys to values'
  }
}

/** A description says it better than a pattern, which stands here only where there is none. */
function textLimits({ description, pattern, minLength }: JsonSchema): string {
  if (description !== undefined) return ''
  if (pattern !== undefined) return ` matching ${pattern}`
  return minLength === undefined ? '' : ' that is not empty'
}

function numberLimits({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): string {
  const limit = (word: string, value: unknown) =>
    // The limits that every whole number has tell nobody anything.
    value === undefined || Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER ? [] : [`${word} ${value}`]
  const limits = [
    ...limit('at least', minimum),
    ...limit('over', exclusiveMinimum),
    ...limit('at most', maximum),
    ...limit('under', exclusiveMaximum),
  ]
  return limits.length === 0 ? '' : `, ${limits.join(' and ')}`
}
