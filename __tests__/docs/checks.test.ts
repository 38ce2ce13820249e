import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHECK_PAGE, checkPage } from '../../scripts/check-page.ts'
import drs from '../../src/services/drs/catalogue.json' with { type: 'json' }
import drsTitles from '../../src/services/drs/catalogue-titles.json' with { type: 'json' }
import omsTitles from '../../src/services/oms/catalogue-titles.json' with { type: 'json' }

describe('docs/checks.md', () => {
  const page = readFileSync(CHECK_PAGE, 'utf8')

  it('is the one of the catalogue; npm run docs writes it', () => {
    expect(page).toBe(checkPage())
  })

  it('shows every check once under its title, by code or by title', () => {
    expect(page.match(/^By title;/gm)).toHaveLength(drsTitles.checks.length + omsTitles.checks.length)
    for (const id of Object.keys(drs.items)) expect(page.split(`\n\`${id}\`; order: `)).toHaveLength(2)
  })

  it('stays a page that GitHub shows', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(500_000)
  })
})
