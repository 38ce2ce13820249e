import { readdirSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Holds the arrows of the architecture against the imports that are really there. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

interface Import {
  /** Both relative to the project, `from` always a file. */
  readonly from: string
  /** A file of the project, or the name of a package. */
  readonly to: string
}

function importsUnder(folder: string): readonly Import[] {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  return files
    .filter(file => file.endsWith('.ts'))
    .flatMap(file => {
      const from = path.posix.join(folder, file.split(path.sep).join('/'))
      const { importedFiles } = ts.preProcessFile(readFileSync(path.join(ROOT, from), 'utf8'))
      return importedFiles.map(({ fileName }) => ({
        from,
        to: fileName.startsWith('.') ? path.posix.join(path.posix.dirname(from), fileName) : fileName,
      }))
    })
}

const product = importsUnder('src')
const shown = (imports: readonly Import[]) => imports.map(({ from, to }) => `${from} -> ${to}`)

/** What each room may import besides itself and Node; packages by name, rooms and files by path. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/precheck/': ['src/ports.ts'],
  'src/catalogue/': ['zod'],
  'src/cloud/': ['src/ports.ts', 'src/precheck/model.ts', 'zod', '@actions/http-client'],
  'src/services/': ['src/ports.ts', 'src/cloud/', 'src/precheck/model.ts', 'src/precheck/service.ts', 'zod'],
  'src/report/': ['src/precheck/model.ts', 'src/precheck/verdict.ts', 'zod', 'fast-xml-builder'],
  'src/github/': ['src/ports.ts', 'src/precheck/model.ts', 'src/report/', 'zod', '@actions/github'],
  'src/plan/': [
    'src/precheck/',
    'src/services/',
    'src/cloud/certificates.ts',
    'src/catalogue/',
    'src/github/',
    'src/ports.ts',
    'zod',
    'yaml',
  ],
}

describe('the imports', () => {
  it.each(Object.entries(MAY_IMPORT))('of %s point inward only', (room, allowed) => {
    const imports = product.filter(({ from, to }) => from.startsWith(room) && !to.startsWith('node:'))
    expect(imports.length).toBeGreaterThan(0)
    const outward = imports.filter(
      ({ to }) => !to.startsWith(room) && !allowed.some(place => to === place || to.startsWith(place)),
    )
    expect(shown(outward)).toEqual([])
  })

  it('of no room lead to gate.ts or index.ts', () => {
    const users = (file: string) => product.filter(({ to }) => to === file).map(({ from }) => from)
    expect(users('src/index.ts')).toEqual([])
    expect(users('src/gate.ts')).toEqual(['src/index.ts'])
  })

  it.each([
    ['@actions/core', /^src\/index\.ts$/],
    ['@actions/github', /^src\/github\//],
    ['@actions/http-client', /^src\/cloud\//],
    ['yaml', /^src\/plan\//],
    ['fast-xml-builder', /^src\/report\//],
  ])('of %s stand in one place', (name, place) => {
    const users = product.filter(({ to }) => to === name || to.startsWith(`${name}/`))
    expect(users.length).toBeGreaterThan(0)
    expect(shown(users.filter(({ from }) => !place.test(from)))).toEqual([])
  })

  it('keep product and simulator apart', () => {
    const simulator = importsUnder('simulator')
    expect(shown(simulator.filter(({ to }) => to.startsWith('src/')))).toEqual([])
    expect(shown(product.filter(({ to }) => to.startsWith('simulator/')))).toEqual([])
  })
})

const sourcesUnder = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => ({
      file: path.join(folder, file),
      text: readFileSync(path.join(ROOT, folder, file), 'utf8'),
    }))

describe('the rooms', () => {
  it('read the environment of the process in index.ts only', () => {
    const readers = sourcesUnder('src').filter(({ text }) => /\bprocess\.(env|exit|argv|stdout)/.test(text))
    expect(readers.map(({ file }) => file)).toEqual(['src/index.ts'])
  })

  it('of domain and reports name no service in their code', () => {
    const strings = /(['"`])(drs|ddm|oms)\1/i
    const rooms = [...sourcesUnder('src/precheck'), ...sourcesUnder('src/report')]
    const gate = { file: 'src/gate.ts', text: readFileSync(path.join(ROOT, 'src/gate.ts'), 'utf8') }
    expect([...rooms, gate].filter(({ text }) => strings.test(text)).map(({ file }) => file)).toEqual([])
  })
})
