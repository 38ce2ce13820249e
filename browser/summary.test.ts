import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { githubPage } from '../scripts/github-page.ts'
import { MANY, reportsOf, type ShownReports } from '../scripts/shown-reports.ts'
import { Reader } from './open.ts'

/** How much of a run with 30 tasks and 57 findings is in sight where GitHub shows it. */

const VIEWPORT = { width: 800, height: 1_000 }

const reader = new Reader()
const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-summary-'))
let reports: ShownReports = { summary: '', comment: '', html: '' }

beforeAll(async () => {
  reports = await reportsOf(MANY, folder)
})

afterAll(async () => {
  await reader.close()
  rmSync(folder, { recursive: true, force: true })
})

async function shown(name: string, markdown: string) {
  const file = path.join(folder, `${name}.html`)
  writeFileSync(file, githubPage(markdown, 'light'))
  const { page } = await reader.open(pathToFileURL(file).href, { viewport: VIEWPORT })
  return page
}

const heightPx = 'document.body.getBoundingClientRect().height'

it('shows verdict, tasks and the whole first finding of 57 on less than 1,400 px of the summary', async () => {
  const page = await shown('summary', reports.summary)
  expect(await page.locator('h2').first().textContent()).toBe('Pre-check failed: orders-migration')
  expect(await page.locator('table').first().locator('tbody tr').count()).toBe(12)
  const second = await page.locator('h4').nth(1).boundingBox()
  expect(second?.y).toBeLessThan(1_400)
})

it('needs less than 4,000 px for all of the summary that is not folded', async () => {
  const page = await shown('summary', reports.summary)
  expect(await page.evaluate(heightPx)).toBeLessThan(4_000)
})

it('needs less than 2,000 px for the comment, with ten findings to unfold', async () => {
  const page = await shown('comment', reports.comment)
  expect(await page.evaluate(heightPx)).toBeLessThan(2_000)
  expect(await page.locator('details > summary > b').count()).toBe(10)
})
