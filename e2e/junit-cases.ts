import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { XMLParser } from 'fast-xml-parser'
import { stringify } from 'yaml'
import * as z from 'zod'
import { runAction } from '../scripts/run-action.ts'
import { findScenario } from '../simulator/scenario/scenario.ts'
import { startSimulator } from '../simulator/server.ts'
import type { Case } from './case.ts'
import { mustRun } from './command.ts'
import type { Tools } from './tools.ts'

/** `report.junit.xml` as those see it who are handed it: five readers of others, and GitLab by its rules. */

const PYTHON_READERS = fileURLToPath(new URL('python/junit_readers.py', import.meta.url))
/** GitLab drops a longer file as a whole. */
const GITLAB_MOST_BYTES = 30_000_000
const LIMIT_MS = 60_000

/** One case of the file: what it is told by, and whether it fails. */
interface Seen {
  readonly classname: string
  readonly name: string
  readonly fails: boolean
}

export function junitCases({ python, readers }: Tools): readonly Case[] {
  return [
    {
      name: 'junit: five readers see the failing tests that the file has, and put no two tasks together',
      run: async folder => {
        const file = (await outputsOfGate(folder))['report-junit'] ?? ''
        const cases = casesIn(readFileSync(file, 'utf8'))
        assert.ok(cases.some(({ fails }) => fails) && cases.some(({ fails }) => !fails))
        const bin = await python()
        const stdout = await mustRun(path.join(bin, 'python'), [PYTHON_READERS, file])
        for (const [reader, seen] of Object.entries(pythonSchema.parse(JSON.parse(stdout))))
          assert.deepEqual(
            sorted(seen),
            sorted(cases.map(one => [one.classname, one.name, one.fails])),
            reader,
          )
        const installed = await readers()
        const failing = cases.filter(({ fails }) => fails).map(({ classname, name }) => [classname, name])
        assert.deepEqual(sorted(ofTestResultsParser(installed, file)), sorted(failing), 'test-results-parser')
        assert.deepEqual(
          sorted(await ofJunitToCtrf(installed, file, folder)),
          sorted(failing),
          'junit-to-ctrf',
        )
        assert.deepEqual(
          sorted(await ofXunitViewer(installed, file, folder)),
          sorted(failing),
          'xunit-viewer',
        )
      },
    },
    {
      name: 'junit: GitLab would take the file whole, tell all its cases apart, and show why each failed',
      run: async folder => {
        const file = (await outputsOfGate(folder))['report-junit'] ?? ''
        assert.match(file, /\.xml$/)
        const text = readFileSync(file)
        assert.ok(text.byteLength <= GITLAB_MOST_BYTES)
        const suites = documentSchema.parse(parser.parse(text)).testsuites.testsuite
        const keys = suites.flatMap(suite =>
          suite.testcase.map(one => JSON.stringify([suite['@name'], one['@classname'], one['@name']])),
        )
        assert.equal(new Set(keys).size, keys.length)
        const whys = suites.flatMap(({ testcase }) => testcase.flatMap(one => one.failure ?? one.error ?? []))
        assert.ok(whys.length > 0)
        // Of a failure it keeps the text alone, neither message nor type.
        for (const why of whys) assert.match(why['#text'], /\S/)
      },
    },
  ]
}

const JOBS = [
  { id: '140b5236-88ad-43c8-811c-1268453jb101', label: 'orders' },
  { id: 'a281f62f-4631-45d6-a2d3-679a9f4jb105', label: 'archive' },
]

/** Runs the built gate on tasks of one label in two targets, and on one that nobody knows. Returns its outputs. */
export async function outputsOfGate(folder: string): Promise<Readonly<Record<string, string>>> {
  const simulator = await startSimulator({ scenario: findScenario('demo') })
  try {
    const { accessKeyId, secretAccessKey, projectId } = simulator.credentials
    const target = { service: 'drs', endpoint: simulator.url, 'project-id': projectId }
    const customers = { id: '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102', label: 'orders' }
    const unknown = { id: '00000000-0000-4000-8000-0000000jb199', label: 'nobody’s <task>' }
    const targets = [
      { name: 'eu', ...target, 'job-ids': JOBS },
      { name: 'eu.orders', ...target, 'job-ids': [customers, unknown] },
    ]
    const end = await runAction({
      inputs: {
        config: 'precheck.yml',
        'access-key-id': accessKeyId,
        'secret-access-key': secretAccessKey,
        'allowed-hosts': new URL(simulator.url).host,
        'poll-interval-seconds': '0.5',
        'settle-seconds': '1',
      },
      folder,
      timeoutMs: LIMIT_MS,
      prepare: workspace =>
        writeFileSync(path.join(workspace, 'precheck.yml'), stringify({ version: 1, targets })),
    })
    return end.outputs
  } finally {
    await simulator.close()
  }
}

const outcome = z.object({ '#text': z.string().default('') }).optional()
const documentSchema = z.object({
  testsuites: z.object({
    testsuite: z.array(
      z.object({
        '@name': z.string(),
        testcase: z.array(
          z.object({ '@classname': z.string(), '@name': z.string(), failure: outcome, error: outcome }),
        ),
      }),
    ),
  }),
})
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: name => ['testsuite', 'testcase'].includes(name),
})

function casesIn(xml: string): readonly Seen[] {
  const { testsuite } = documentSchema.parse(parser.parse(xml)).testsuites
  return testsuite.flatMap(({ testcase }) =>
    testcase.map(one => ({
      classname: one['@classname'],
      name: one['@name'],
      fails: one.failure !== undefined || one.error !== undefined,
    })),
  )
}

const pythonSchema = z.record(z.string(), z.array(z.tuple([z.string(), z.string(), z.boolean()])))

const sorted = (seen: readonly unknown[]) => seen.map(one => JSON.stringify(one)).toSorted()

const parsedSchema = z.object({
  suites: z.array(
    z.object({ name: z.string(), cases: z.array(z.object({ name: z.string(), status: z.string() })) }),
  ),
})

/** Suites are called as the class of their cases. */
function ofTestResultsParser(installed: string, file: string): readonly unknown[] {
  const module: unknown = createRequire(path.join(installed, 'package.json'))('test-results-parser')
  const { parse } = z
    .object({ parse: z.custom<(options: object) => unknown>(value => typeof value === 'function') })
    .parse(module)
  const { suites } = parsedSchema.parse(parse({ type: 'junit', files: [file] }))
  return suites.flatMap(({ name, cases }) =>
    cases.filter(one => one.status === 'FAIL' || one.status === 'ERROR').map(one => [name, one.name]),
  )
}

const ctrfSchema = z.object({
  results: z.object({
    tests: z.array(z.object({ name: z.string(), status: z.string(), suite: z.array(z.string()) })),
  }),
})

async function ofJunitToCtrf(installed: string, file: string, folder: string): Promise<readonly unknown[]> {
  const output = path.join(folder, 'ctrf.json')
  await mustRun(path.join(installed, 'node_modules/.bin/junit-to-ctrf'), [file, '-o', output])
  const { tests } = ctrfSchema.parse(JSON.parse(readFileSync(output, 'utf8'))).results
  return tests
    .filter(({ status }) => status === 'failed')
    .map(({ name, suite: [suite = ''] }) => [suite, name.slice(`${suite}: `.length)])
}

/** Its console form: a line for each suite, and indented ones with a mark for its tests, of which two say that one fails. */
async function ofXunitViewer(installed: string, file: string, folder: string): Promise<readonly unknown[]> {
  const program = path.join(installed, 'node_modules/.bin/xunit-viewer')
  const stdout = await mustRun(program, ['-r', file, '-c', '-n', '-o', path.join(folder, 'viewer.html')])
  const lines = stripVTControlCharacters(stdout).split('\n')
  let suite = ''
  return lines.flatMap(line => {
    const [, name] = /^ (\S.*)$/.exec(line) ?? []
    if (name !== undefined) suite = name
    const [, failed] = /^ {5}[✗!] (.*) time=\S+$/.exec(line) ?? []
    return failed === undefined ? [] : [[suite, failed]]
  })
}
