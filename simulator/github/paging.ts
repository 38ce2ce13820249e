import type { ApiRequest } from '../http.ts'

const DEFAULT_PER_PAGE = 30
const MAX_PER_PAGE = 100

/** One page of a list and the `Link` header that leads to the others, as GitHub pages. */
export function page<T>(
  all: readonly T[],
  request: ApiRequest,
): { readonly entries: readonly T[]; readonly headers: Readonly<Record<string, string>> } {
  const perPage = Math.min(wholeNumber(request.query.get('per_page'), DEFAULT_PER_PAGE), MAX_PER_PAGE)
  const current = wholeNumber(request.query.get('page'), 1)
  const last = Math.max(1, Math.ceil(all.length / perPage))
  const link = (number: number, relation: string): string => {
    const query = new URLSearchParams(request.query)
    query.set('page', String(number))
    return `<${request.baseUrl}${request.path}?${query}>; rel="${relation}"`
  }
  const links = [
    ...(current > 1 ? [link(current - 1, 'prev')] : []),
    ...(current < last ? [link(current + 1, 'next'), link(last, 'last')] : []),
    ...(current > 1 ? [link(1, 'first')] : []),
  ]
  const entries = all.slice((current - 1) * perPage, current * perPage)
  return { entries, headers: links.length === 0 ? {} : { link: links.join(', ') } }
}

function wholeNumber(text: string | null, fallback: number): number {
  const value = Number(text)
  return Number.isInteger(value) && value > 0 ? value : fallback
}
