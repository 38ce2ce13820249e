import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ASSETS, pageAssets } from '../../../scripts/page-assets.ts'
import type { Language } from '../../../src/precheck/sentence.ts'
import type { JudgedItem } from '../../../src/precheck/verdict.ts'
import { ITEMS_SHOWN_MOST } from '../../../src/report/html/page.ts'
import type { Report } from '../../../src/report/schema.ts'
import { wordsIn } from '../../../src/report/words.ts'
import { everything } from '../../../testing/reports/everything.ts'
import {
  checkItem,
  invalidInputReport,
  judgedTask,
  NO_CATALOGUE,
  reportOf,
  reportOfItems,
  step,
  verdict,
} from '../../../testing/reports/fixtures.ts'
import { forAllHostile } from '../../../testing/reports/hostile.ts'
import { renderHtml } from '../../../testing/reports/whole-texts.ts'

const failed = (change: Partial<JudgedItem> = {}) =>
  checkItem({ id: 'binlog', name: 'Binlog', status: 'failed', ...change })

/** What a browser shows of the page, nearly. */
const shownText = (page: string) =>
  page
    .replace(/<(script|style)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

const shown = (report: Report) => shownText(renderHtml(report))

describe('the script and the style of the page', () => {
  it('are those of page/; npm run build writes them', async () => {
    expect(readFileSync(ASSETS, 'utf8')).toBe(await pageAssets())
  })

  it('are all that its policy allows, by hashes over what stands in it', () => {
    const page = renderHtml(reportOfItems([]))
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
    const hash = (tag: string) => {
      const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page) ?? []
      return `sha256-${createHash('sha256').update(text).digest('base64')}`
    }
    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; script-src '${hash('script')}'; style-src '${hash('style')}'; base-uri 'none'; form-action 'none'`,
    )
    expect(page).not.toContain('\r')
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'))
  })
})

describe('the page', () => {
  it('says the decision with its reason before all else', () => {
    const page = shown(reportOfItems([failed()]))
    expect(page).toMatch(
      /^ *Pre-check failed: precheck +Pre-check failed: precheck +The pre-check found something/,
    )
  })

  it('says what is wrong with the inputs', () => {
    expect(shown(invalidInputReport(['region: missing <b>']))).toContain(
      'To correct region: missing &lt;b&gt;',
    )
  })

  it('names the first thing to fix of each task, and leads there', () => {
    const tasks = [
      judgedTask({ task: { id: 'a', label: 'orders' }, outcome: 'failed', items: [failed({ reason: 'R' })] }),
      judgedTask({ task: { id: 'b', label: null } }),
    ]
    const page = renderHtml(reportOf(verdict(tasks)))
    expect(page).toContain('<a href="#finding-1">Binlog</a>')
    expect(page).toContain('<a href="#task=1">orders</a>')
    expect(page).toContain('<code>b</code></a>')
  })

  it('shows what was found once for all tasks that it is equal in', () => {
    const found = (id: string, detail: string) =>
      judgedTask({ task: { id, label: id }, outcome: 'failed', items: [failed({ reason: 'R', detail })] })
    const page = renderHtml(
      reportOf(verdict([found('one', 'same'), found('two', 'same'), found('three', 'other')])),
    )
    const findings = page.slice(page.indexOf('id="findings"'), page.indexOf('id="items"'))
    expect(findings.match(/>same</g)).toHaveLength(1)
    expect(shownText(findings)).toContain('same (in one, two)')
  })

  it('says what a reason means, with which client a command goes and that it was not tried', () => {
    const steps = [
      step('Look first:', { code: 'SELECT 1;', lang: 'mysql', tried: true }),
      step('Then:', { code: 'SET GLOBAL a = 1;', lang: 'mysql', changes: true }),
    ]
    const catalogue = {
      ...NO_CATALOGUE,
      reason: (_service: string, reason: string) =>
        reason === 'NO_RIGHT' ? { meaning: 'An account lacks a right.', steps: [] } : null,
    }
    const report = reportOfItems([failed({ reason: 'NO_RIGHT' })])
    const targets = report.targets.map(target => ({
      ...target,
      tasks: target.tasks.map(task => ({ ...task, items: task.items.map(item => ({ ...item, steps })) })),
    }))
    const page = shownText(renderHtml({ ...report, targets }, { catalogue }))
    expect(page).toContain('Reason: NO_RIGHT: An account lacks a right.')
    expect(page).toContain('Look first: mysql SELECT 1;')
    expect(page).toContain('Then: mysql changes something not tried on a database SET GLOBAL a = 1;')
  })

  it('lists the tasks to look at first above those that passed', () => {
    const tasks = [
      judgedTask({ task: { id: 'fine', label: null } }),
      judgedTask({ task: { id: 'bad', label: null }, outcome: 'failed', items: [failed()] }),
    ]
    const page = renderHtml(reportOf(verdict(tasks)))
    const table = page.slice(page.indexOf('id="tasks"'), page.indexOf('id="findings"'))
    expect(table.indexOf('>bad<')).toBeGreaterThan(0)
    expect(table.indexOf('>bad<')).toBeLessThan(table.indexOf('>fine<'))
  })

  it('tells a cause that kept several tasks from their results once', () => {
    const tasks = ['one', 'two'].map(id =>
      judgedTask({ task: { id, label: id }, outcome: 'inconclusive', reasonCode: 'timed-out', items: [] }),
    )
    const page = renderHtml(reportOf(verdict(tasks)))
    expect(page.match(/class="card inconclusive"/g)).toHaveLength(1)
    expect(shownText(page)).toContain('one, two The deadline came before every result was there.')
  })

  it('gives every command a button to copy it', () => {
    const report = everything('en-us')
    const commands = report.targets.flatMap(({ tasks }) =>
      tasks.flatMap(({ items }) => items.flatMap(({ steps }) => steps.filter(({ code }) => code !== null))),
    )
    const page = renderHtml(report)
    expect(commands.length).toBeGreaterThan(0)
    expect(page.match(/<button type="button" class="copy">Copy<\/button>/g)).toHaveLength(commands.length)
    expect(page).toContain('<code>GRANT SELECT ON *.* TO &#39;drs&#39;;</code>')
  })

  it('has a row for every item, with what it counts as', () => {
    const waiver = { reason: 'known', owner: 'dba', expires: '2099-01-01' }
    const items = [failed(), checkItem({ id: 'w', status: 'failed', waiver }), checkItem({ id: 'p' })]
    const page = renderHtml(reportOfItems(items))
    expect(
      [...page.matchAll(/data-item="([^"]*)" data-status="([^"]*)"/g)].map(
        ([, id, status]) => `${id} ${status}`,
      ),
    ).toEqual(['binlog failed', 'w waived', 'p passed'])
    expect(shownText(page)).toContain('known dba 2099-01-01')
  })

  it(`over ${ITEMS_SHOWN_MOST} items holds the findings and the counts only, and says so`, () => {
    const report = reportOfItems([failed(), checkItem()])
    const counted = (total: number) => renderHtml({ ...report, counts: { ...report.counts, total } })
    expect(counted(ITEMS_SHOWN_MOST)).toContain('data-item="binlog"')
    const large = counted(ITEMS_SHOWN_MOST + 1)
    expect(large).not.toContain('data-item=')
    expect(large).toContain('id="finding-1"')
    expect(shownText(large)).toContain(
      'With 100,001 check items this page holds the findings and the counts only',
    )
  })

  it('says of a pass no more than that the items passed, and when a result is assumed', () => {
    const page = shown(reportOf(verdict([judgedTask({ freshness: 'assumed' })])))
    expect(page).toContain('it says nothing about what they do not look at')
    expect(page).toContain('The result of 1 of 1 task is assumed')
    expect(shown(reportOfItems([failed()], { enforced: false, failOn: 'never' }))).toContain(
      'Report only (fail-on: never)',
    )
  })
})

describe('text from outside', () => {
  const TAGS = new Set(
    'a article body button code div form h1 h2 h3 h4 head header html input label li main meta ol option output p pre script section select span strong style table tbody td th thead title tr ul'.split(
      ' ',
    ),
  )
  const ATTRIBUTES =
    /^(aria-label|autocomplete|charset|class|content|data-[a-z]+|href|http-equiv|id|lang|name|rel|role|scope|spellcheck|tabindex|type|value)$/
  const TAG = /<(?:!doctype html|\/([a-z][a-z0-9]*)|([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*))>/y

  /** Reads the page tag by tag; every angle bracket has to be part of one that the page itself makes. */
  function strangeParts(page: string): readonly string[] {
    const body = page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '')
    const strange: string[] = []
    for (let at = body.indexOf('<'); at !== -1; at = body.indexOf('<', at + 1)) {
      TAG.lastIndex = at
      const [whole, end, begin, attributes = ''] = TAG.exec(body) ?? []
      const names = [...attributes.matchAll(/ ([a-z-]+)="/g)].map(([, name = '']) => name)
      const tag = end ?? begin ?? 'html'
      if (whole === undefined || !TAGS.has(tag) || names.some(name => !ATTRIBUTES.test(name)))
        strange.push(body.slice(at, at + 80))
    }
    return strange
  }

  it('forms no element and no attribute, wherever it stands', () => {
    forAllHostile(text => {
      const page = renderHtml(everything('en-us', text))
      expect(strangeParts(page)).toEqual([])
      expect(page.match(/<script/g)).toHaveLength(1)
      expect(page.match(/<style/g)).toHaveLength(1)
    }, 40)
  })

  it('forms no link but to the web', () => {
    for (const doc of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://user:pass@host/',
      'file:///etc',
      ' javascript:x',
    ])
      expect(renderHtml(everything('en-us', 'x', doc)).match(/href="[^"#][^"]*"/g)).toBeNull()
    expect(renderHtml(everything('en-us', 'x', 'https://e.x/?a=1&b="'))).toContain(
      'href="https://e.x/?a=1&amp;b=%22"',
    )
  })
})

describe.each(['en-us', 'zh-cn'] as const)('the sentences in %s', (language: Language) => {
  const page = renderHtml(everything(language, '甲'))

  it('are in that language, which the page names', () => {
    expect(page).toContain(`<html lang="${language === 'zh-cn' ? 'zh-CN' : 'en'}">`)
    const sentences = shownText(page).match(/[A-Za-z]+(?:[ ,]+[A-Za-z]+){2,}/g) ?? []
    const own = sentences.filter(words => !words.startsWith('GRANT'))
    if (language === 'zh-cn') expect(own).toEqual([])
    else expect(own.length).toBeGreaterThan(20)
  })

  it('are all there', () => {
    expect(Object.values(wordsIn(language)).filter(text => text === '')).toEqual([])
    expect(page).not.toMatch(/undefined|\[object|NaN/)
  })
})
