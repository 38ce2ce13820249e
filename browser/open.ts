import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Report } from '../src/report/schema.ts'
import { renderHtml } from '../testing/reports/whole-texts.ts'

/** Opens reports as somebody does who has saved one: from a file, in a browser of their own. */

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'

/** A page with all that happened to it. */
export interface Opened {
  readonly page: Page
  /** Addresses that the page asked for, itself first. */
  readonly requests: readonly string[]
  /** What the page complained of, and what it tried to show. */
  readonly complaints: readonly string[]
}

export class Reader {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-browser-'))
  readonly #browser: Promise<Browser>
  #files = 0

  constructor() {
    if (!existsSync(CHROMIUM))
      throw new Error('Chromium is not installed. On Debian: apt-get install chromium')
    // Root has no sandbox, and a machine for builds little shared memory.
    const args = ['--no-sandbox', '--disable-dev-shm-usage']
    this.#browser = chromium.launch({ executablePath: CHROMIUM, args })
  }

  /** Writes the page of a report and returns its address. */
  save(report: Report): string {
    this.#files += 1
    const file = path.join(this.#folder, `${this.#files}.html`)
    writeFileSync(file, renderHtml(report))
    return pathToFileURL(file).href
  }

  async open(address: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const browser = await this.#browser
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', request => void requests.push(request.url().replace(/#.*/, '')))
    page.on('console', message => void complaints.push(message.text()))
    page.on('pageerror', error => void complaints.push(error.message))
    page.on('dialog', dialog => {
      complaints.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(address)
    return { page, requests, complaints }
  }

  async closeWindows(): Promise<void> {
    for (const context of (await this.#browser).contexts()) await context.close()
  }

  async close(): Promise<void> {
    await (await this.#browser).close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
