import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import type { Ask, Requester } from './ask.ts'
import { type Answer, otherFault } from './fault.ts'

/** The API's maximum. */
const PER_PAGE = 100
/** GitHub closes a conversation at 2,500 comments; this only ends a list that never does. */
const MAX_PAGES = 100

/** What is added to the request of a page. */
export type Page = Readonly<Record<string, string | number>>

/** Returns the entries of all pages of a list. `read` tells which page is next, null at the end. */
export async function allPages<T>(
  ask: Ask,
  label: Sentence,
  read: (octokit: Requester, page: Page) => Promise<{ entries: readonly T[]; next: Page | null }>,
): Promise<Answer<readonly T[]>> {
  const entries: T[] = []
  let page: Page | null = { page: '1' }
  for (let pages = 0; page !== null; pages += 1) {
    if (pages >= MAX_PAGES) {
      return { ok: false, fault: otherFault('rejected', endless(label)) }
    }
    const asked: Page = { ...page, per_page: PER_PAGE }
    const answer = await ask(label, true, octokit => read(octokit, asked))
    if (!answer.ok) return answer
    entries.push(...answer.value.entries)
    page = answer.value.next
  }
  return { ok: true, value: entries }
}

function endless(label: Sentence): Sentence {
  return inEach(in_ =>
    told(`${in_(label)} came to more than ${MAX_PAGES} pages`, `${in_(label)}超过 ${MAX_PAGES} 页`),
  )
}

/** One link: its address, and its parameters, whose texts in quotes may hold anything. */
const LINK = /<([^<>]*)>((?:\s*;[^<;",]*(?:"[^"]*"[^<;",]*)?)*)/g
const PARAMETER = /;\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s";,]*))/g

/**
 * Returns the query of the next page. Only the query is taken from the Link header, and only its paging keys:
 * its address can be another host (GHES behind a proxy), which must not get the token.
 */
export function nextPage(link: string | undefined): Page | null {
  const [, address = ''] = [...(link ?? '').matchAll(LINK)].find(([, , rest = '']) => isNext(rest)) ?? []
  if (address === '' || !URL.canParse(address, 'https://localhost')) return null
  const query = new URL(address, 'https://localhost').searchParams
  const keys = ['page', 'after'].flatMap(key => {
    const value = query.get(key)
    return value === null ? [] : [[key, value]]
  })
  return keys.length === 0 ? null : Object.fromEntries(keys)
}

function isNext(parameters: string): boolean {
  const all = [...parameters.matchAll(PARAMETER)]
  const [, , quoted, bare = ''] = all.find(([, name = '']) => name.toLowerCase() === 'rel') ?? []
  return (quoted ?? bare).toLowerCase().split(/\s+/).includes('next')
}

/**
 * Returns the same for a list that must not be cut short by a proxy that drops the header: without one there may be more
 * behind a page that is full. Not for lists that Gitea gives whole on whatever page is asked for.
 */
export function nextOrFollowing(link: string | undefined, page: Page, entries: number): Page | null {
  if (link !== undefined || entries < PER_PAGE) return nextPage(link)
  return { page: String(Number(page['page']) + 1) }
}
