import type { Route } from './http.ts'

export interface Match {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

/** The route for a request and its decoded path parameters, or null where nothing is published. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
  query: URLSearchParams,
): Match | null {
  for (const route of routes) {
    if (route.method !== method) continue
    if (route.action !== undefined && route.action !== query.get('Action')) continue
    const params = matchPath(route.path, path)
    if (params !== null) return { route, params }
  }
  return null
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith('*')) {
      const rest = decode(given.slice(index).join('/'))
      return rest ? { ...params, [part.slice(1)]: rest } : null
    }
    const value = given[index]
    if (value === undefined) return null
    if (part.startsWith(':')) {
      const decoded = decode(value)
      if (!decoded) return null
      params[part.slice(1)] = decoded
    } else if (part !== value) return null
  }
  return given.length === wanted.length ? params : null
}

/** Null for a broken percent escape, which no service answers with anything but "not found". */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
