import { type Answer, otherFault } from './fault.ts'
import type { Ask, Requester } from './rest.ts'

/** The API's maximum. */
const PER_PAGE = 100
/** GitHub closes a conversation at 2,500 comments; this only ends a list that never does. */
const MAX_PAGES = 100

/** What is added to the request of a page. */
export type Page = Readonly<Record<string, string | number>>

interface PageRead<T> {
  readonly entries: readonly T[]
  /** The header `Link`. */
  readonly link: string | undefined
}

/** Returns the entries of all pages of a list. */
export async function allPages<T>(
  ask: Ask,
  label: string,
  read: (octokit: Requester, page: Page) => Promise<PageRead<T>>,
): Promise<Answer<readonly T[]>> {
  const entries: T[] = []
  let page: Page | null = { page: '1' }
  for (let pages = 0; page !== null; pages += 1) {
    if (pages >= MAX_PAGES) {
      return { ok: false, fault: otherFault('rejected', `${label} came to more than ${MAX_PAGES} pages`) }
    }
    const asked: Page = { ...page, per_page: PER_PAGE }
    const answer: Answer<PageRead<T>> = await ask(label, true, octokit => read(octokit, asked))
    if (!answer.ok) return answer
    entries.push(...answer.value.entries)
    page = nextPage(answer.value.link)
  }
  return { ok: true, value: entries }
}

/**
 * Returns the query of the next page. Only the query is taken from the Link header, and only its paging keys:
 * its address can be another host (GHES behind a proxy), which must not get the token.
 */
export function nextPage(link: string | undefined): Page | null {
  const address = /<([^<>]+)>\s*;[^,<]*\brel="?next\b/i.exec(link ?? '')?.[1]
  if (address === undefined || !URL.canParse(address, 'https://localhost')) return null
  const query = new URL(address, 'https://localhost').searchParams
  const keys = ['page', 'after'].flatMap(key => {
    const value = query.get(key)
    return value === null ? [] : [[key, value]]
  })
  return keys.length === 0 ? null : Object.fromEntries(keys)
}
