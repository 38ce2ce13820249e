import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { OPERATIONS } from '../../simulator/operations.ts'
import { loadPayload } from '../../simulator/payloads.ts'
import {
  builtInScenarios,
  findScenario,
  parseScenario,
  ScenarioError,
  scenarioSchema,
} from '../../simulator/scenario/scenario.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { itemsOf, readDrs, resultsOf, startDrs, withSimulator } from './client.ts'

describe('a bad scenario', () => {
  it.each<[string, unknown, string]>([
    ['an unknown key', { drs: [{ id: 'x', begin: {} }] }, 'drs[0]: Unrecognized key: "begin"'],
    ['a missing id', { drs: [{ timeline: [] }] }, 'drs[0].id: '],
    ['a wrong type deep down', { drs: [{ id: 'x', timeline: [{ at: 'now' }] }] }, 'drs[0].timeline[0].at: '],
    [
      'a wrong answer to a start',
      { drs: [{ id: 'x', start: { status: 'maybe' } }] },
      'drs[0].start.status: ',
    ],
    ['one of several', { drs: [{ id: 'x', start: [{}, { status: 'no' }] }] }, 'drs[0].start[1].status: '],
    [
      'stages out of order',
      { ddm: [{ instance: 'i', database: 'd', timeline: [{ at: 5 }, { at: 4 }] }] },
      'ddm[0].timeline[1].at: must not be before the stage above it (5)',
    ],
    [
      'an unknown operation',
      { rules: [{ when: { operation: 'drs.stat' }, fault: { kind: 'gzip' } }] },
      'rules[0].when.operation: ',
    ],
    ['an unknown fault', { rules: [{ fault: { kind: 'explode' } }] }, 'rules[0].fault.kind: '],
    [
      'an unknown payload',
      { oms: { prechecks: [{ id: 't', timeline: [{ payload: 'oma' }] }] } },
      'oms.prechecks[0].timeline[0].payload: ',
    ],
    ['no object at all', 7, '(top): '],
  ])('with %s says where', (_words, value, expected) => {
    expect(() => parseScenario(value)).toThrow(ScenarioError)
    expect(() => parseScenario(value)).toThrow(expected)
  })

  it('tells all problems at once', () => {
    const value = { drs: [{ id: 1 }], clockOffsetMs: 'soon' }
    expect(() => parseScenario(value, 'mine.yaml')).toThrow(
      /^mine\.yaml is not valid:\n {2}drs\[0\]\.id: .+\n {2}clockOffsetMs: .+$/,
    )
  })

  it('in a file is told by the name of the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'scenario-'))
    try {
      const file = join(folder, 'mine.yaml')
      writeFileSync(file, 'drs: [ { id: x')
      expect(() => findScenario(file)).toThrow(ScenarioError)
      expect(() => findScenario(file)).toThrow(file)
      writeFileSync(file, 'drs: [ { id: x } ]')
      expect(findScenario(file).drs[0]?.id).toBe('x')
    } finally {
      rmSync(folder, { recursive: true })
    }
    expect(() => findScenario('no-such-scenario')).toThrow(/No scenario no-such-scenario: .*demo-drs/)
  })
})

describe('the DRS demo', () => {
  it('shows its progress in steps and ends with a pass, alarms and failures within four seconds', () => {
    const clock = new FakeClock()
    return withSimulator({ scenario: findScenario('demo-drs'), clock: clock.ofDay }, async simulator => {
      const ids = findScenario('demo-drs').drs.map(({ id }) => id)
      await startDrs(simulator, ids)
      const progress = new Set<unknown>()
      for (let step = 0; step < 40; step += 1) {
        for (const entry of resultsOf(await readDrs(simulator, ids))) progress.add(entry['process'])
        await clock.advance(100)
      }
      expect(progress.size).toBeGreaterThanOrEqual(5)
      const ends = resultsOf(await readDrs(simulator, ids)).map(entry => ({
        process: entry['process'],
        words: [...new Set(itemsOf(entry).map(line => line.split(': ')[1]))].sort(),
      }))
      expect(ends).toEqual([
        { process: '100%', words: ['PASSED'] },
        { process: '100%', words: ['ALARM', 'PASSED'] },
        { process: '100%', words: ['ALARM', 'FAILED', 'PASSED'] },
      ])
    })
  })
})

describe('the built-in scenarios', () => {
  it('are these', () => {
    expect(builtInScenarios()).toEqual(
      [
        'ddm',
        'demo',
        'demo-drs',
        'drs-v5',
        'oms-community',
        'oms-enterprise',
        'old-result',
        'refusals',
        'thirty-tasks',
      ].sort(),
    )
  })

  it.each(builtInScenarios())(
    '%s is valid, says what it is, and stays valid when it is parsed again',
    name => {
      const scenario = findScenario(name)
      expect(scenario.description).toMatch(/\w/)
      expect(parseScenario(scenario)).toEqual(scenario)
    },
  )

  it('of the demo hold all three services', () => {
    const { drs, ddm, oms } = findScenario('demo')
    expect([drs.length, ddm.length, oms.projects.length]).toEqual([3, 1, 1])
  })

  it('have a JSON schema', () => {
    expect(z.toJSONSchema(scenarioSchema, { io: 'input' })).toHaveProperty('properties.drs')
  })
})

describe('the README', () => {
  const readme = readFileSync(new URL('../../simulator/README.md', import.meta.url), 'utf8')
  const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => yaml ?? '')

  it('has an example for each part of a scenario', () => {
    const parts = examples.flatMap(yaml => [...yaml.matchAll(/^(\w+):/gm)].map(([, key]) => key))
    const optional = ['description']
    expect(new Set([...parts, ...optional])).toEqual(new Set(Object.keys(scenarioSchema.shape)))
  })

  it('gives only examples that are valid', () => {
    expect(examples.length).toBeGreaterThan(5)
    for (const yaml of examples) expect(() => parseScenario(parse(yaml), yaml)).not.toThrow()
  })

  it('names every operation', () => {
    expect(OPERATIONS.filter(operation => !readme.includes(`\`${operation}\``))).toEqual([])
  })
})

describe('the payloads', () => {
  it.each([
    ['ddm-result.json', '7b4e24cdc0912d01187be8bdebcf2c03bacb1a666e509d7f9010190941dc422d'],
    ['drs-result-dds.json', '3e322fc37d9c3900f654098d51a3a81e59a5f2b81732b0b0dd093f974def4789'],
    ['drs-result-mysql.json', '03e2004dd14c7da68bc60a11e3373297a4af7f636117c85dcde8eab28f7e3a4a'],
    ['drs-start.json', '92415e00ffa4d4e77813d52dc192c3a8b4f17073f2bf73ee0fa51a5d644ba8db'],
    ['oms-result.json', 'ed40a829aa06cd70daffe828720df9304e9f1cd3aa5d177de2f06fa647f4b396'],
  ])('of the vendors are byte for byte what was published: %s', (file, digest) => {
    const bytes = readFileSync(new URL(`../../simulator/payloads/${file}`, import.meta.url))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest)
  })

  it.each([
    ['drs-mysql', 39],
    ['drs-mysql-failed', 40],
    ['drs-dds', 27],
    ['ddm', 2],
    ['oms', 2],
  ] as const)('%s has %i items', (name, count) => {
    expect(loadPayload(name).items).toHaveLength(count)
  })
})
