import { existsSync } from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorsOf, linksOf, type Page, pageOf, pages, ROOT } from './pages.ts'

const isElsewhere = (link: string) => /^(?:https?|mailto):/.test(link)

/** Returns what is wrong with a link within the repository; null when it leads somewhere. */
function brokenness(page: Page, link: string): string | null {
  const [address = '', anchor] = link.split('#')
  const target =
    address === '' ? page.file : path.posix.join(path.posix.dirname(page.file), decodeURI(address))
  if (target.startsWith('..') || path.isAbsolute(address)) return `${link} leads out of the repository`
  if (!existsSync(path.join(ROOT, target))) return `${link}: there is no ${target}`
  if (anchor === undefined) return null
  if (!target.endsWith('.md')) return `${link}: only Markdown has anchors`
  return anchorsOf(pageOf(target)).includes(anchor) ? null : `${link}: ${target} has no such heading`
}

describe('the Markdown files', () => {
  it('are the ones that are meant', () => {
    const files = pages.map(page => page.file)
    const wanted = [
      'README.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'examples/README.md',
      'simulator/README.md',
    ]
    expect(files).toEqual(expect.arrayContaining(wanted))
    expect(files.filter(file => file.startsWith('docs/')).length).toBeGreaterThan(8)
  })

  it.each(pages.map(page => [page.file, page] as const))('%s has no broken link or anchor', (_, page) => {
    const inside = linksOf(page).filter(link => !isElsewhere(link))
    expect(inside.map(link => brokenness(page, link)).filter(wrong => wrong !== null)).toEqual([])
  })

  it('link each page of docs/ from some other page', () => {
    const targets = pages.flatMap(page =>
      linksOf(page)
        .filter(link => !isElsewhere(link))
        .map(link => path.posix.join(path.posix.dirname(page.file), link.split('#')[0] ?? ''))
        .filter(target => target !== page.file),
    )
    const own = pages.map(page => page.file).filter(file => file.startsWith('docs/'))
    expect(own.filter(file => !targets.includes(file))).toEqual([])
  })
})

describe('the check of links itself', () => {
  const page = pageOf('SECURITY.md')

  it.each(['docs/nothing.md', 'docs/security.md#nothing', '../elsewhere.md', '/etc/hosts', 'LICENSE#top'])(
    'refuses %s',
    link => {
      expect(brokenness(page, link)).not.toBeNull()
    },
  )

  it('takes a file, a folder, an anchor here and one there', () => {
    const good = ['LICENSE', 'docs', '#security', 'docs/policy.md#which-reason-wins']
    expect(good.map(link => brokenness(page, link))).toEqual([null, null, null, null])
  })
})
