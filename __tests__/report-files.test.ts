import { describe, expect, it } from 'vitest'
import { reportFolder } from '../src/report-files.ts'

const PLACES = { tempDir: '/temp', workspace: '/work' }
const UNNAMED = { name: 'precheck', nameIsOwn: false, reportDir: null }

const folderOf = (settings: Partial<typeof UNNAMED> | { reportDir: string }, ...taken: readonly string[]) =>
  reportFolder({ ...UNNAMED, ...settings }, PLACES, async file => taken.includes(file))

const FIRST = '/temp/precheck-gate/precheck/report.json'
const SECOND = '/temp/precheck-gate/precheck-2/report.json'

describe('the folder of the reports', () => {
  it('is named after the gate', async () => {
    expect(await folderOf({})).toBe('/temp/precheck-gate/precheck')
    expect(await folderOf({ name: 'orders', nameIsOwn: true })).toBe('/temp/precheck-gate/orders')
  })

  it('is the next one for a gate without a name and a folder, so that no report is written over another', async () => {
    expect(await folderOf({}, FIRST)).toBe('/temp/precheck-gate/precheck-2')
    expect(await folderOf({}, FIRST, SECOND)).toBe('/temp/precheck-gate/precheck-3')
    expect(await folderOf({}, SECOND)).toBe('/temp/precheck-gate/precheck')
  })

  it('is as the user says, whatever is there', async () => {
    const named = { name: 'orders', nameIsOwn: true }
    expect(await folderOf(named, '/temp/precheck-gate/orders/report.json')).toBe('/temp/precheck-gate/orders')
    expect(await folderOf({ reportDir: 'out' }, '/work/out/report.json')).toBe('/work/out')
    expect(await folderOf({ reportDir: '/elsewhere' }, '/elsewhere/report.json')).toBe('/elsewhere')
  })

  it('is found at last where everything seems to be taken', async () => {
    expect(await reportFolder(UNNAMED, PLACES, async () => true)).toBe('/temp/precheck-gate/precheck')
  })
})
