import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withFaultTables } from '../../scripts/fault-tables.ts'

const page = readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8')

describe('docs/faults.md', () => {
  it('has the tables of the matrix; node scripts/fault-tables.ts writes them', () => {
    expect(page).toBe(withFaultTables(page))
  })

  it('is not taken for complete without its tables', () => {
    expect(() => withFaultTables('# Faults\n')).toThrow('no markers')
  })
})
