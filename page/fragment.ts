/** The filter as it stands in the address behind `#`, so that a link leads somebody else to the same rows. */

export const FIELDS = ['q', 'status', 'service', 'task'] as const
export type Field = (typeof FIELDS)[number]
export type Filter = Readonly<Record<Field, string>>

export const NO_FILTER: Filter = { q: '', status: '', service: '', task: '' }

/** Returns the filter that a fragment spells, null for one that names a place in the page. Takes any text. */
export function filterOf(fragment: string): Filter | null {
  const given = new URLSearchParams(fragment.replace(/^#/, ''))
  if (!FIELDS.some(field => given.has(field))) return null
  const value = (field: Field) => given.get(field) ?? ''
  return { q: value('q'), status: value('status'), service: value('service'), task: value('task') }
}

/** Returns the fragment, empty for no filter. */
export function fragmentOf(filter: Filter): string {
  const set = FIELDS.filter(field => filter[field] !== '').map(field => [field, filter[field]])
  return set.length === 0 ? '' : `#${new URLSearchParams(set)}`
}
