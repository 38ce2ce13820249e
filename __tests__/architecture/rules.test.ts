import { describe, expect, it } from 'vitest'
import {
  callersOf,
  foreignUsers,
  isIn,
  longFiles,
  longFunctions,
  loopholes,
  meanLines,
  outwardImports,
  processUsers,
  textsWith,
} from './rules.ts'
import { sourceOf } from './sources.ts'

/** The rules would be worth nothing if they could not fail: here each meets what it forbids. */

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `const a${index} = ${index}\n`).join('')

describe('a place', () => {
  it.each([
    ['src/gate.ts', 'src/gate.ts', true],
    ['src/gate.tsx', 'src/gate.ts', false],
    ['src/report/a/b.ts', 'src/report/', true],
    ['src/reports.ts', 'src/report/', false],
    ['src/services/text.ts', 'src/services/*.ts', true],
    ['src/services/drs/drs.ts', 'src/services/*.ts', false],
    ['src/services/drs/drs.ts', 'src/services/*/', true],
    ['src/services/text.ts', 'src/services/*/', false],
    ['src/services/drs/definition.ts', 'src/services/*/definition.ts', true],
    ['src/gateXts', 'src/gate.ts', false],
  ])('holds: %s in %s is %s', (file, place, expected) => {
    expect(isIn(file, place)).toBe(expected)
  })
})

describe('the imports of a file', () => {
  it.each([
    ["import { a } from '../gate.ts'", 'src/gate.ts'],
    ["import type { A } from './a.ts'", 'src/room/a.ts'],
    ["import './a.ts'", 'src/room/a.ts'],
    ["import * as a from '@actions/core'", '@actions/core'],
    ["import data from './a.json' with { type: 'json' }", 'src/room/a.json'],
    ["export { a } from './a.ts'", 'src/room/a.ts'],
    ["export * from '../../simulator/server.ts'", 'simulator/server.ts'],
    ["const a = await import('./a.ts')", 'src/room/a.ts'],
    ['const a = await import(`./a.ts`)', 'src/room/a.ts'],
    ["type A = typeof import('./a.ts')", 'src/room/a.ts'],
    ["import a = require('./a.ts')", 'src/room/a.ts'],
    ["const a = require('node:http')", 'node:http'],
    ['const a = await import(name)', 'computed: name'],
  ])('are found in %s', (text, name) => {
    expect(sourceOf('src/room/file.ts', text).imports).toEqual([name])
  })

  it('are not found in comments, texts and exports of its own', () => {
    const text = "// import '../gate.ts'\nexport const a = \"import './a.ts'\"\nexport { a as b }\n"
    expect(sourceOf('src/room/file.ts', text).imports).toEqual([])
  })
})

describe('the rules', () => {
  const outward = (file: string, name: string, room: string, allowed: readonly string[] = []) =>
    outwardImports([sourceOf(file, `import '${name}'`)], room, allowed)

  it('find an import that leads out of a room, and name the file', () => {
    expect(outward('src/precheck/a.ts', '../gate.ts', 'src/precheck/')).toEqual([
      'src/precheck/a.ts imports src/gate.ts',
    ])
    expect(outward('src/precheck/a.ts', '../gate.ts', 'src/precheck/', ['src/gate.ts'])).toEqual([])
    expect(outward('src/precheck/deep/a.ts', '../b.ts', 'src/precheck/')).toEqual([])
    expect(outward('src/report/a.ts', '../gate.ts', 'src/precheck/')).toEqual([])
    expect(outward('src/precheck/a.ts', '../../simulator/json.ts', 'src/precheck/', ['src/'])).toHaveLength(1)
    expect(outward('src/precheck/a.ts', 'zod', 'src/precheck/')).toEqual([])
  })

  it('find an import from one service to another', () => {
    const allowed = ['src/services/*.ts']
    expect(outward('src/services/drs/a.ts', '../ddm/b.ts', 'src/services/*/', allowed)).toHaveLength(1)
    expect(outward('src/services/drs/a.ts', './b.ts', 'src/services/*/', allowed)).toEqual([])
    expect(outward('src/services/drs/a.ts', '../text.ts', 'src/services/*/', allowed)).toEqual([])
  })

  it('find an import whose target is computed', () => {
    const source = sourceOf('src/precheck/a.ts', 'await import(name)')
    expect(outwardImports([source], 'src/precheck/', ['src/'])).toHaveLength(1)
  })

  it('find a package and its sub-paths in a foreign file', () => {
    const source = sourceOf('src/plan/a.ts', "import '@actions/github/lib/utils'")
    expect(foreignUsers([source], '@actions/github', ['src/github/client.ts'])).toEqual([
      'src/plan/a.ts imports @actions/github',
    ])
    expect(foreignUsers([source], '@actions/git', [])).toEqual([])
    expect(foreignUsers([source], '@actions/github', ['src/plan/'])).toEqual([])
  })

  it.each(["'drs'", '"the DRS task"', '`for ${a} in oms`', '`oms-${a}`', "x['ddm']", "'a drs: b'"])(
    'find a service in %s',
    text => {
      const source = sourceOf('src/report/a.ts', `const a = ${text}`)
      expect(textsWith([source], /\b(drs|ddm|oms)\b/i, { places: ['src/report/'] })).toHaveLength(1)
      expect(
        textsWith([source], /\b(drs|ddm|oms)\b/i, { places: ['src/'], but: ['src/report/a.ts'] }),
      ).toEqual([])
    },
  )

  it.each(["'address'", "'drsx'", "'rooms'", '1 // drs'])('find no service in %s', text => {
    const source = sourceOf('src/report/a.ts', `const a = ${text}`)
    expect(textsWith([source], /\b(drs|ddm|oms)\b/i, { places: ['src/report/'] })).toEqual([])
  })

  it.each(['process.env', "process['env']", 'process.env.HOME', 'process?.env'])('find %s', text => {
    const source = sourceOf('src/plan/a.ts', `const a = ${text}`)
    expect(processUsers([source], ['env'], ['src/index.ts'])).toEqual(['src/plan/a.ts uses process.env'])
    expect(processUsers([source], ['exit'], ['src/index.ts'])).toEqual([])
    expect(processUsers([source], ['env'], ['src/plan/'])).toEqual([])
  })

  it('find an environment that is taken from the process in one go', () => {
    const source = sourceOf('src/plan/a.ts', "import { env } from 'node:process'\nconst { argv } = process\n")
    expect(foreignUsers([source], 'node:process', [])).toHaveLength(1)
    expect(processUsers([source], ['argv'], [])).toEqual(['src/plan/a.ts uses process.argv'])
  })

  it.each(["text.in('en-us')", 'problem.message?.in(language)', 'a.b.in()'])('find the call in %s', text => {
    const source = sourceOf('src/precheck/a.ts', `const a = ${text}`)
    expect(callersOf([source], 'in', ['src/report/'])).toEqual(['src/precheck/a.ts calls .in()'])
    expect(callersOf([source], 'in', ['src/precheck/'])).toEqual([])
    expect(callersOf([sourceOf('src/a.ts', "const a = 'x' in y // text.in()")], 'in', [])).toEqual([])
  })

  it.each(['const a: any = 1', 'const a = b as any', 'let a: any[]', 'const a = b as unknown as string'])(
    'find the loophole in %s',
    text => {
      expect(loopholes([sourceOf('src/a.ts', text)])).toHaveLength(1)
    },
  )

  it.each(["const any = 'any'", 'const a = b as unknown', 'if (problems.any) stop()', '// any'])(
    'find no loophole in %s',
    text => {
      expect(loopholes([sourceOf('src/a.ts', text)])).toEqual([])
    },
  )

  it('measure files', () => {
    const [long, short] = [sourceOf('src/long.ts', lines(251)), sourceOf('src/short.ts', lines(249))]
    expect(longFiles([long, short], 250)).toEqual(['src/long.ts has 251 lines'])
    expect(meanLines([long, short])).toBe(250)
  })

  it.each([
    ['function f() {\n', '}'],
    ['const f = () => {\n', '}'],
    ['const f = function () {\n', '}'],
    ['class C { f() {\n', '} }'],
    ['class C { get f() {\n', 'return 1 } }'],
    ['class C { constructor() {\n', '} }'],
  ])('measure the function in %j', (head, tail) => {
    const source = sourceOf('src/a.ts', `${head}${lines(59)}${tail}\n`)
    expect(longFunctions([source], 61)).toEqual([])
    expect(longFunctions([source], 60)).toHaveLength(1)
  })
})
