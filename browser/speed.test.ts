import { afterAll, expect, it } from 'vitest'
import { jsonTexts } from '../src/report/json-text.ts'
import { renderHtml } from '../testing/reports/whole-texts.ts'
import { manyItems } from './many.ts'
import { Reader } from './open.ts'

/** 30,000 check items: how long somebody waits. */

const reader = new Reader()
afterAll(() => reader.close())

const TRIES = 5
const FIRST_PAINT_MS = 1_000
const FILTER_MS = 200

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

it('the page of 30,000 items is small, shows soon, and filters at once', async () => {
  const report = manyItems()
  expect(report.counts).toMatchObject({ total: 30_000, passed: 28_500 })
  const bytes = Buffer.byteLength(renderHtml(report))
  expect(bytes).toBeLessThanOrEqual(2 * Buffer.byteLength([...jsonTexts(report)].join('')))
  const address = reader.save(report)
  const paints: number[] = []
  const filters = new Map<string, number[]>()
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { page } = await reader.open(address)
    const paint = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    )
    paints.push((await paint.jsonValue()) ?? Number.NaN)
    for (const [name, value] of [
      ['q', 'number 99'],
      ['q', 'table_3'],
      ['q', ''],
      ['status', 'failed'],
      ['status', ''],
      ['task', '7'],
      ['task', ''],
    ] as const) {
      const took = await page.evaluate(
        async ([field, text]) => {
          const control = document.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${field}]`)
          if (control === null) return Number.NaN
          const begun = performance.now()
          control.value = text
          control.dispatchEvent(new Event('input', { bubbles: true }))
          // Up to the moment at which the next picture is there.
          await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
          return performance.now() - begun
        },
        [name, value] as const,
      )
      const key = `${name}=${value}`
      filters.set(key, [...(filters.get(key) ?? []), took])
    }
    await page.context().close()
  }
  const medians = [...filters].map(([name, took]) => `${name}: ${Math.round(median(took))}`)
  process.stdout.write(
    `${bytes} bytes, first paint ${Math.round(median(paints))} ms, filters ${medians.join(', ')} ms\n`,
  )
  expect(median(paints)).toBeLessThanOrEqual(FIRST_PAINT_MS)
  for (const took of filters.values()) expect(median(took)).toBeLessThanOrEqual(FILTER_MS)
})
