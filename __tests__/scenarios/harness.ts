import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type ActionEnd, runAction } from '../../scripts/run-action.ts'
import type { RecordedRequest } from '../../simulator/record.ts'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts'
import { type Report, reportSchema } from '../../src/report/schema.ts'
import { expectNoSecretLeft } from './secrecy.ts'

/**
 * Runs `dist/index.js` as a process of its own against the simulator. What comes back is what a user has after the
 * step: exit code, log, summary, outputs and report files, and what the services saw of it.
 */

/** No run of these tests takes this long; one that does is killed and its log shown. */
const HARD_LIMIT_MS = 25_000

export const TASK = '140b5236-88ad-43c8-811c-1268453jb101'
export const SECOND_TASK = 'a281f62f-4631-45d6-a2d3-679a9f4jb105'
export const THIRD_TASK = '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102'

/** Short waits; everything else as in `action.yml`. */
const QUICK = { 'poll-interval-seconds': '0.1', 'settle-seconds': '0.5' }

export interface GateRun {
  readonly scenario?: ScenarioInput
  /** Services and GitHub behind this certificate; absent: plain http. */
  readonly tls?: SimulatorOptions['tls']
  readonly inputs?: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
  /** false leaves out service, tasks, endpoint and credentials. */
  readonly connected?: boolean
  /** Runs `merge`, which has none of those. */
  readonly merges?: boolean
  /** A secret that is a word of a closed list (`passed`) has to stay where that word stands. */
  readonly secretIsWord?: boolean
  /** The event that set the run off, in the simulator's repository and with its token. */
  readonly event?: { readonly name: string; readonly payload: object }
  /** Inputs and variables that need to know the simulator; those above come on top. */
  readonly around?: (simulator: Simulator) => Surroundings
  /** Called before the run, for instance to put files into its workspace. */
  readonly prepare?: (place: Place) => void
  /** Called after the run, while its workspace is still there. */
  readonly inspect?: (place: { readonly workspace: string }) => void
  readonly onLine?: (line: string, child: ChildProcess, simulator: Simulator) => void
}

export interface Place {
  readonly workspace: string
  readonly url: string
  /** Puts a file into the workspace and returns its path. */
  readonly write: (name: string, text: string) => string
}

export interface Surroundings {
  readonly inputs?: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
}

export interface StepEnd extends ActionEnd {
  /** Lines of the log without the masks, which a runner never shows. */
  readonly lines: readonly string[]
  readonly masks: readonly string[]
  readonly requests: readonly RecordedRequest[]
  readonly counts: Simulator['counts']
  readonly workspace: string
}

export interface GateEnd extends StepEnd {
  readonly report: Report
  /** The text of report.json, byte for byte. */
  readonly reportText: string
  readonly junit: string
  readonly html: string
}

/** Runs the gate on DRS task `TASK`, or as `inputs` say. Throws when no valid report is left behind. */
export function runGate(run: GateRun = {}): Promise<GateEnd> {
  return play(run, (end, folder) => ({ ...end, ...reportsOf(end, folder) }))
}

/** The same for a run that cannot leave a report behind. */
export function runStep(run: GateRun): Promise<StepEnd> {
  return play(run, end => end)
}

async function play<T>(run: GateRun, collect: (end: StepEnd, folder: string) => T): Promise<T> {
  const simulator = await startSimulator({
    scenario: run.scenario ?? {},
    ...(run.tls === undefined ? {} : { tls: run.tls }),
  })
  const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-test-'))
  const workspace = path.join(folder, 'workspace')
  const around = run.around?.(simulator) ?? {}
  try {
    const inputs = {
      ...(run.merges ? {} : QUICK),
      ...(run.event === undefined ? {} : { 'github-token': simulator.credentials.githubToken }),
      ...(run.connected === false || run.merges ? {} : connection(simulator)),
      ...around.inputs,
      ...run.inputs,
    }
    const end = await runAction({
      merges: run.merges ?? false,
      inputs,
      environment: { ...gitHubVariables(run, simulator, folder), ...around.environment, ...run.environment },
      folder,
      timeoutMs: HARD_LIMIT_MS,
      prepare: () => run.prepare?.({ workspace, url: simulator.url, write: writerInto(workspace) }),
      onLine: (line, child) => run.onLine?.(line, child, simulator),
    })
    run.inspect?.({ workspace })
    const { requests, counts } = simulator
    const { lines, masks } = linesOf(end)
    const reports = ['report-json', 'report-junit', 'report-html'].map(name =>
      readIfThere(end.outputs[name], folder),
    )
    const toGitHub = requests.filter(({ operation }) => operation.startsWith('github.'))
    const left = {
      log: lines.join('\n'),
      summary: end.summary,
      outputs: JSON.stringify(end.outputs),
      reports: reports.join('\n'),
      GitHub: toGitHub.map(({ body }) => body).join('\n'),
    }
    if (run.secretIsWord !== true) expectNoSecretLeft({ inputs, requests, left })
    return collect({ ...end, lines, masks, requests, counts, workspace }, folder)
  } finally {
    await simulator.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function gitHubVariables({ event }: GateRun, { url, credentials }: Simulator, folder: string) {
  if (event === undefined) return {}
  return {
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: credentials.repository,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: writerInto(folder)('event.json', JSON.stringify(event.payload)),
    GITHUB_WORKFLOW: 'Migrate',
    GITHUB_JOB: 'precheck',
    GITHUB_RUN_ID: '4242',
    GITHUB_RUN_ATTEMPT: '1',
  }
}

function writerInto(workspace: string) {
  return (name: string, text: string): string => {
    const file = path.join(workspace, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    return file
  }
}

const MASK = '::add-mask::'

function linesOf({ log }: ActionEnd) {
  const all = log.split('\n').filter(line => line !== '')
  return {
    lines: all.filter(line => !line.startsWith(MASK)),
    masks: all.filter(line => line.startsWith(MASK)).map(line => line.slice(MASK.length)),
  }
}

/** Everything a DRS gate needs, so that each test names only what it is about. */
function connection({ url, credentials }: Simulator) {
  return {
    service: 'drs',
    'job-ids': TASK,
    endpoint: url,
    'project-id': credentials.projectId,
    'access-key-id': credentials.accessKeyId,
    'secret-access-key': credentials.secretAccessKey,
  }
}

const ajv = new Ajv2020({ strict: false })
formats.default(ajv)
const published = new URL('../../schema/report.schema.json', import.meta.url)
const validReport = ajv.compile(JSON.parse(readFileSync(published, 'utf8')))

function reportsOf({ outputs, log }: ActionEnd, folder: string) {
  const reportText = readIfThere(outputs['report-json'], folder)
  const report: unknown = reportText === '' ? null : JSON.parse(reportText)
  if (!validReport(report)) {
    throw new Error(`No valid report: ${JSON.stringify(validReport.errors)}\nThe log:\n${log}`)
  }
  return {
    reportText,
    report: reportSchema.parse(report),
    junit: readIfThere(outputs['report-junit'], folder),
    html: readIfThere(outputs['report-html'], folder),
  }
}

/** A report anywhere else than in this run's own folder would be another run's. */
function readIfThere(file: string | undefined, folder: string): string {
  return file?.startsWith(folder) && existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** The verdict as most tests look at it. */
export function verdictOf({ exitCode, outputs, report }: GateEnd) {
  return {
    exitCode,
    decision: outputs['decision'],
    reason: outputs['reason-code'],
    enforced: report.gate.enforced,
  }
}

/** Tasks by id. */
export function taskOf({ report }: GateEnd, id: string = TASK) {
  const task = report.targets.flatMap(({ tasks }) => tasks).find(candidate => candidate.id === id)
  if (task === undefined) throw new Error(`No task ${id} in the report`)
  return task
}

/** Operations in the order in which the services saw them. */
export const operationsOf = ({ requests }: GateEnd) => requests.map(({ operation }) => operation)

export const ANNOTATION = /^::(?<level>error|warning|notice) title=(?<title>[^:]*)::(?<message>.*)$/

export interface Annotated {
  readonly level: string
  readonly title: string
  readonly message: string
}

/** Annotations with the runner's escapes undone. */
export function annotationsOf({ lines }: StepEnd): readonly Annotated[] {
  return lines.flatMap(line => {
    const groups = ANNOTATION.exec(line)?.groups
    if (groups === undefined) return []
    const { level = '', title = '', message = '' } = groups
    return [{ level, title: unescaped(title), message: unescaped(message) }]
  })
}

/** The texts of all annotations of one level, one below the other. */
export function saidAs(level: 'error' | 'warning' | 'notice', end: StepEnd): string {
  const chosen = annotationsOf(end).filter(annotation => annotation.level === level)
  return chosen.map(({ message }) => message).join('\n')
}

const unescaped = (text: string) =>
  text
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')

/** A DRS run that is over at once with one check item of each given result. */
export function finishedWith(...items: readonly Readonly<Record<string, string>>[]) {
  return [{ process: '100%', items: items.map(item => ({ group: 'db_params', ...item })) }]
}

/** A time line that ends with a documented payload after a moment of progress. */
export function soon(payload: 'drs-mysql' | 'drs-dds' | 'drs-mysql-failed') {
  return [
    { at: 0, process: '20%', payload, done: 8 },
    { at: 300, process: '70%', payload, done: 20, rest: 'pending' as const },
    { at: 600, payload },
  ]
}
