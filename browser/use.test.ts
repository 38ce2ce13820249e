import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { everything } from '../testing/reports/everything.ts'
import { checkItem, judgedTask, reportOf, verdict } from '../testing/reports/fixtures.ts'
import { manyItems } from './many.ts'
import { Reader } from './open.ts'

/** What somebody does with the page: searches, filters, shares the address, copies, prints. */

const reader = new Reader()
let few = ''
let parts = ''
let chinese = ''

beforeAll(() => {
  few = reader.save(manyItems(3, 40))
  parts = reader.save(everything('en-us', 'a <b>text</b>'))
  chinese = reader.save(everything('zh-cn', '甲'))
})
afterAll(() => reader.close())

/** Every test has windows of its own. */
afterEach(() => reader.closeWindows())

const ROWS = '[data-item]:visible'
const rows = (page: Page) => page.locator(ROWS).count()
const search = (page: Page) => page.locator('input[type=search]')
const hash = (page: Page) => page.evaluate(() => decodeURIComponent(location.hash))

/** The clipboard, and an address that changes, answer in their own time: looked at until it is so, at most 10 s. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 10_000 })

describe('the search and the filters', () => {
  it('show every item at first, and say so', async () => {
    const { page } = await reader.open(few)
    expect(await rows(page)).toBe(120)
    expect(await page.locator('output').textContent()).toBe('120 of 120 check items shown')
    expect(await hash(page)).toBe('')
  })

  it('find by title, id, reason and detail, in any case and any order of the words', async () => {
    const { page } = await reader.open(few)
    for (const [text, found] of [
      ['CHECK NUMBER 39', 3],
      ['check39.39', 3],
      ['reason_6', 3],
      ['table_3 orders_2', 2],
      ['orders_2 table_3', 2],
      ['nowhere', 0],
    ] as const) {
      await search(page).fill(text)
      expect([text, await rows(page)]).toEqual([text, found])
    }
  })

  it('find what a row has no room for, where the finding shows it', async () => {
    const tables = Array.from({ length: 47 }, (_, nth) => `db.t_${nth}_end`).join(',')
    const items = [
      checkItem({ id: 'long', status: 'failed', detail: `${'word '.repeat(200)}NEEDLE` }),
      checkItem({ id: 'many', status: 'warning', detail: JSON.stringify({ tables }) }),
      checkItem({ id: 'short', status: 'failed', detail: 'A few words.' }),
    ]
    const tasks = [judgedTask({ outcome: 'failed', reasonCode: 'checks-failed', items })]
    const { page } = await reader.open(reader.save(reportOf(verdict(tasks))))
    const found = async (text: string) => {
      await search(page).fill(text)
      return page.locator(ROWS).evaluateAll(all => all.map(row => row.getAttribute('data-item')))
    }
    expect(await found('needle')).toEqual(['long'])
    expect(await found('t_46_end')).toEqual(['many'])
    expect(await found('long needle')).toEqual(['long'])
    expect(await found('few words')).toEqual(['short'])
    // What its own row says in full is not sought in what stands around it.
    expect(await found('fingerprint')).not.toContain('short')
  })

  it('are kept in the address, and taken from it', async () => {
    const { page } = await reader.open(few)
    await page.getByLabel('Result').selectOption('warning')
    await page.getByLabel('Task').selectOption({ index: 2 })
    await search(page).fill('number & 20 #')
    expect(await hash(page)).toBe('#q=number+&+20+#&status=warning&task=2')
    await search(page).fill('number 20')
    const address = await page.evaluate(() => location.href)
    await page.close()
    const again = await reader.open(address)
    expect(await rows(again.page)).toBe(1)
    expect(await search(again.page).inputValue()).toBe('number 20')
    expect(await again.page.getByLabel('Result').inputValue()).toBe('warning')
  })

  it('go with one button', async () => {
    const { page } = await reader.open(`${few}#status=failed&q=check`)
    expect(await rows(page)).toBe(3)
    await page.getByRole('button', { name: 'Show all' }).click()
    await soon(async () => [await rows(page), await hash(page)]).toEqual([120, ''])
  })

  it('follow the link of a task, and hide the other tasks', async () => {
    const { page } = await reader.open(few)
    await page.locator('#tasks a', { hasText: 'database 1' }).first().click()
    await soon(() => rows(page)).toBe(40)
    expect(await page.getByLabel('Task').inputValue()).toBe('2')
  })

  it.each([
    '#status=<script>',
    '#task=999&service=x',
    '#q=%',
    '#%00',
    '#finding-1',
    '#__proto__=1',
    '#status=failed&status=x',
  ])('take any address for what it is: %s', async fragment => {
    const { page, complaints } = await reader.open(few + fragment)
    expect(await rows(page)).toBe(fragment.startsWith('#status=failed') ? 3 : fragment === '#q=%' ? 0 : 120)
    expect(complaints).toEqual([])
  })
})

describe('a command', () => {
  const COMMAND = "GRANT SELECT ON *.* TO 'drs';"

  it('is copied by its button, and that is said', async () => {
    const { page } = await reader.open(parts, { permissions: ['clipboard-read', 'clipboard-write'] })
    const command = page.locator('.command', { hasText: COMMAND }).first()
    await command.getByRole('button', { name: 'Copy', exact: true }).click()
    await soon(() => page.locator('#said').textContent()).toBe('Copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(COMMAND)
  })

  it('is copied also where the browser lends no clipboard', async () => {
    const { page } = await reader.open(parts)
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.addEventListener('copy', () => {
        document.title = getSelection()?.toString() ?? ''
      })
    })
    await page.locator('.command', { hasText: COMMAND }).first().getByRole('button').click()
    await soon(() => page.title()).toBe(COMMAND)
  })

  it('has a Chinese button on a Chinese page', async () => {
    const { page } = await reader.open(chinese)
    expect(await page.getByRole('button', { name: '复制', exact: true }).count()).toBeGreaterThan(0)
  })
})

describe('the keyboard', () => {
  it('reaches every control, and shows where it is', async () => {
    const { page } = await reader.open(parts)
    const reached = new Set<string>()
    for (let presses = 0; presses < 400; presses += 1) {
      await page.keyboard.press('Tab')
      const [name, outline] = await page.evaluate(() => {
        const focused = document.activeElement
        if (focused === null || focused === document.body) return ['', '']
        return [
          `${focused.localName} ${focused.getAttribute('name') ?? ''}`.trim(),
          getComputedStyle(focused).outlineStyle,
        ]
      })
      if (name === '') break
      expect([name, outline]).not.toEqual([name, 'none'])
      reached.add(name ?? '')
    }
    for (const name of ['a', 'button', 'input q', 'select status', 'select service', 'select task'])
      expect([...reached]).toContain(name)
  })

  it('presses a copy button, and a link takes the focus to its finding', async () => {
    const { page } = await reader.open(parts, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.locator('button.copy').first().focus()
    await page.keyboard.press('Enter')
    await soon(() => page.locator('button.copy').first().getAttribute('class')).toContain('done')
    await page.locator('#tasks a[href="#finding-1"]').first().focus()
    await page.keyboard.press('Enter')
    await soon(() => page.evaluate(() => document.activeElement?.id)).toBe('finding-1')
  })
})

describe('without script', () => {
  it('everything is visible, and nothing that would not work', async () => {
    const { page } = await reader.open(few, { javaScriptEnabled: false })
    expect(await rows(page)).toBe(120)
    expect(await page.locator('form:visible, button:visible').count()).toBe(0)
  })

  it('the link of a task leads to its items', async () => {
    const { page } = await reader.open(`${few}#task=3`, { javaScriptEnabled: false })
    const top = await page.locator('section[data-task="3"]').boundingBox()
    expect(top?.y).toBeLessThan(800)
  })
})

describe('in print', () => {
  it('every item is there, and no control', async () => {
    const { page } = await reader.open(parts)
    const before = await rows(page)
    await page.emulateMedia({ media: 'print' })
    expect(await rows(page)).toBe(before)
    expect(await page.locator('form:visible, button:visible').count()).toBe(0)
    const cut = await page
      .locator('.objects')
      .evaluateAll(all => all.filter(one => one.scrollHeight > one.clientHeight + 1).length)
    expect(cut).toBe(0)
  })

  it('also of a page that lays out only what is in sight', async () => {
    const { page } = await reader.open(reader.save(manyItems(3, 1_000)))
    await page.emulateMedia({ media: 'print' })
    const skipped = await page
      .locator('section.task')
      .evaluateAll(all => all.map(one => getComputedStyle(one).contentVisibility))
    expect(new Set(skipped)).toEqual(new Set(['visible']))
  })
})

describe.each([412, 320])('on a screen of %d px', width => {
  it('nothing has to be scrolled sideways but commands', async () => {
    for (const address of [few, parts]) {
      const { page } = await reader.open(address, { viewport: { width, height: 800 } })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })
})
