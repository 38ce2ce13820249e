/**
 * The one registry of inputs. `action.yml` shows the same names and defaults to users; a test holds both and the
 * README's tables together. Only index.ts reads the runner; everything else gets `Inputs`.
 */

/** Default by input; the runner fills it in from action.yml, anyone who runs the bundle by hand gets it from here. */
export const INPUT_DEFAULTS = {
  service: '',
  'job-ids': '',
  mode: 'run',
  'precheck-mode': 'forStartJob',
  'drs-api': 'v3',
  'project-id': '',
  'project-name': '',
  region: '',
  endpoint: '',
  'instance-id': '',
  database: '',
  request: '',
  language: 'en-us',
  config: '',
  'config-ref': '',
  'allowed-hosts': '',
  'allowed-variables': '',
  'access-key-id': '',
  'secret-access-key': '',
  'security-token': '',
  'auth-token': '',
  'iam-user': '',
  'iam-password': '',
  'iam-domain': '',
  'oidc-provider-urn': '',
  'oidc-agency-urn': '',
  'oidc-audience': '',
  'iam-endpoint': '',
  'sts-endpoint': '',
  'oms-user': '',
  'oms-password': '',
  'ca-certificate': '',
  'timeout-minutes': '30',
  'poll-interval-seconds': 'auto',
  'settle-seconds': 'auto',
  'fail-on': 'failed',
  waivers: '',
  'waivers-ref': '',
  name: 'precheck',
  summary: 'full',
  annotations: 'true',
  'report-dir': '',
  catalogue: '',
  baseline: '',
  comment: 'never',
  'commit-status': 'false',
  'commit-sha': '',
  'github-token': '',
} as const

/** The same for `merge`: its own inputs, and those of the gate that say how it reports. */
export const MERGE_DEFAULTS = {
  reports: '',
  expected: '',
  'legs-result': '',
  'max-age-minutes': '',
  'any-run': 'false',
  'fail-on': INPUT_DEFAULTS['fail-on'],
  name: INPUT_DEFAULTS.name,
  language: INPUT_DEFAULTS.language,
  summary: INPUT_DEFAULTS.summary,
  annotations: INPUT_DEFAULTS.annotations,
  'report-dir': INPUT_DEFAULTS['report-dir'],
  baseline: INPUT_DEFAULTS.baseline,
  comment: INPUT_DEFAULTS.comment,
  'commit-status': INPUT_DEFAULTS['commit-status'],
  'commit-sha': INPUT_DEFAULTS['commit-sha'],
  'github-token': INPUT_DEFAULTS['github-token'],
} as const

/** Of either. */
export const DEFAULTS = { ...INPUT_DEFAULTS, ...MERGE_DEFAULTS }

export type InputName = keyof typeof DEFAULTS

/** Inputs whose values never appear in a message. */
export const SECRET_INPUTS: readonly InputName[] = [
  'access-key-id',
  'secret-access-key',
  'security-token',
  'auth-token',
  'iam-password',
  'oms-password',
  'github-token',
]

/** The variable that gives an input to the command. */
export function variableOf(option: string): string {
  return `PRECHECK_${option.toUpperCase().replaceAll('-', '_')}`
}

export class Inputs {
  /** Those that there are; any other is not set. */
  readonly names: readonly InputName[]
  readonly #values: ReadonlyMap<InputName, string>

  /** `read` returns the runner's value of an input, empty when it is not set. */
  constructor(read: (name: InputName) => string, names = inputNames()) {
    this.names = names
    this.#values = new Map(names.map(name => [name, read(name).trim()]))
  }

  /** Returns the value, or its default when it is not set. */
  get(name: InputName): string {
    return this.#values.get(name) || DEFAULTS[name]
  }

  /** Returns the value, or null when it is empty. */
  optional(name: InputName): string | null {
    return this.get(name) === '' ? null : this.get(name)
  }

  /** True when the user wrote something other than the default; the runner hides the difference to an unset input. */
  isSet(name: InputName): boolean {
    return this.get(name) !== DEFAULTS[name]
  }
}

export function inputNames(): readonly InputName[] {
  return Object.keys(INPUT_DEFAULTS).filter(isInputName)
}

export function mergeInputNames(): readonly InputName[] {
  return Object.keys(MERGE_DEFAULTS).filter(isInputName)
}

function isInputName(name: string): name is InputName {
  return Object.hasOwn(DEFAULTS, name)
}
