import type { RecordedRequest } from '../../simulator/record.ts'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts'
import { type Checked, check } from '../../src/check/check.ts'
import { trustCertificates } from '../../src/cloud/certificates.ts'
import { Secrets } from '../../src/cloud/secrets.ts'
import { startDeadline } from '../../src/deadline.ts'
import { fetchIdToken } from '../../src/identity/id-token.ts'
import type { IdentitySide } from '../../src/identity/method.ts'
import { type Environment, systemClock } from '../../src/ports.ts'
import { SERVICES } from '../../src/services/registry.ts'
import { askew } from '../../testing/fake-clock.ts'
import { planWith, TASK, type Values } from '../plan/planning.ts'

/** Plans and checks against a simulator over real sockets, with a clock that makes waits short. */

export interface SignInRun {
  readonly scenario?: ScenarioInput
  readonly tls?: SimulatorOptions['tls']
  /** Inputs beside the addresses of the simulator and one DRS task. */
  readonly values?: (simulator: Simulator) => Values
  /** Text of a config file instead of the one task. */
  readonly config?: (simulator: Simulator) => string
  readonly environment?: (simulator: Simulator) => Environment
  /** How fast the clock of the gate runs, and by how much its time of day is off. */
  readonly clock?: { readonly times?: number; readonly offMs?: number }
  /** Real milliseconds from now to the deadline. */
  readonly lastsMs?: number
  readonly isFork?: boolean
  /** Called once the check runs. */
  readonly meanwhile?: (simulator: Simulator, cancel: () => void) => Promise<void>
}

export interface SignedIn extends Pick<Checked, 'targets' | 'polls' | 'problems'> {
  readonly requests: readonly RecordedRequest[]
  /** As the report will have it. */
  readonly counted: number
  readonly counts: Simulator['counts']
  readonly warnings: readonly string[]
  readonly masks: readonly string[]
  readonly url: string
}

/** Longer than any of these runs takes, on a machine that is busy with others. */
const LASTS_MS = 20_000

export async function signInAndCheck(run: SignInRun): Promise<SignedIn> {
  const options = { scenario: run.scenario ?? {}, ...(run.tls === undefined ? {} : { tls: run.tls }) }
  const simulator = await startSimulator(options)
  const cancel = new AbortController()
  const { times = 1, offMs = 0 } = run.clock ?? {}
  const clock = askew(systemClock, { times, offMs })
  const deadline = startDeadline({ ms: (run.lastsMs ?? LASTS_MS) * times }, clock, cancel.signal)
  try {
    const environment = run.environment?.(simulator) ?? {}
    const { plan, problems, warnings, trusted } = await planWith(valuesOf(run, simulator), {
      environment,
      workspace: { 'gate.yml': run.config?.(simulator) ?? '' },
    })
    trustCertificates(trusted)
    if (plan === null) throw new Error(`No plan: ${problems.join('\n')}`)
    const masks: string[] = []
    const secrets = new Secrets(secret => void masks.push(secret))
    const [checked] = await Promise.all([
      check(plan, {
        clock,
        deadline,
        environment,
        secrets,
        random: () => 0.5,
        services: SERVICES,
        side: sideOf(run.isFork ?? false),
        userAgent: 'test-agent',
        notice: () => {},
        observe: () => {},
      }),
      run.meanwhile?.(simulator, () => cancel.abort()),
    ])
    const { requests, counts, url } = simulator
    return { ...checked, requests, counted: checked.requests, counts, warnings, masks, url }
  } finally {
    deadline.done()
    await simulator.close()
  }
}

function valuesOf(run: SignInRun, simulator: Simulator): Values {
  const { url, credentials } = simulator
  const shared = { 'poll-interval-seconds': '0.1', 'iam-endpoint': url, 'sts-endpoint': url }
  const one = { service: 'drs', 'job-ids': TASK, endpoint: url, 'project-id': credentials.projectId }
  return {
    ...shared,
    ...(run.config === undefined ? one : { config: 'gate.yml', 'allowed-hosts': new URL(url).host }),
    ...run.values?.(simulator),
  }
}

/** What came of every task: `passed`, or the reason why there is no result. */
export function endsOf({ targets }: Pick<Checked, 'targets'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    targets.flatMap(({ name, tasks }) =>
      tasks.map(({ task, problem, items }) => [
        `${name} ${task.id}`,
        problem?.reason ?? (items.length > 0 ? 'read' : 'empty'),
      ]),
    ),
  )
}

/** The problem of the first task. Throws when it has none. */
export function problemOf({ targets }: Pick<Checked, 'targets'>) {
  const problem = targets[0]?.tasks[0]?.problem
  if (problem === undefined || problem === null) throw new Error('The first task has no problem')
  return problem
}

/** Requests of an operation, in their order. */
export const sentTo = ({ requests }: SignedIn, operation: RecordedRequest['operation']) =>
  requests.filter(request => request.operation === operation)

export const iamUser = ({ credentials }: Simulator): Values => ({
  'iam-user': credentials.iamUser,
  'iam-password': credentials.iamPassword,
  'iam-domain': credentials.iamDomain,
})

export const accessKey = ({ credentials }: Simulator): Values => ({
  'access-key-id': credentials.accessKeyId,
  'secret-access-key': credentials.secretAccessKey,
})

export const keyless = ({ credentials }: Simulator): Values => ({
  'oidc-provider-urn': credentials.oidcProviderUrn,
  'oidc-agency-urn': credentials.oidcAgencyUrn,
})

/** What the runner sets for a job with `id-token: write`. */
export const idTokenPermission = ({ credentials }: Simulator): Environment => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: credentials.idTokenRequestUrl,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: credentials.idTokenRequestToken,
  GITHUB_RUN_ID: '4711',
})

/** What a job with that permission signs in by. */
export const KEYLESS: Pick<SignInRun, 'values' | 'environment'> = {
  values: keyless,
  environment: idTokenPermission,
}

/** A task beside the usual two. */
export const THIRD_TASK = '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102'

/** A cloud of tasks that are finished soon after their start. */
export const soon = (...ids: readonly string[]) => ({ drs: drsTasks(ids, 150) })

/** Tasks that are finished so many milliseconds after their start. */
export const drsTasks = (ids: readonly string[], afterMs: number): NonNullable<ScenarioInput['drs']> =>
  ids.map(id => ({
    id,
    timeline: [
      { at: 0, process: '10%', items: [] },
      { at: afterMs, payload: 'drs-mysql' as const },
    ],
  }))

/** DRS targets in a config file, one line each. */
export const configOf = (...targets: readonly string[]) =>
  `version: 1\ntargets:\n${targets.map(target => `  - { ${target} }\n`).join('')}`

/** The job's own id token, as the action gets it. */
function sideOf(isFork: boolean): IdentitySide {
  return { isFork, fetchIdToken: (audience, ports) => fetchIdToken(audience, ports, false) }
}
