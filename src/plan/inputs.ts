import { inputsOf, inputsThatAre, METHODS } from '../identity/methods.ts'

/**
 * The one registry of inputs. `action.yml` shows the same names and defaults to users; a test holds both and the
 * README's tables together. Only index.ts reads the runner; everything else gets `Inputs`.
 */

/** What is checked: default by input. The runner fills it in from action.yml, anyone who runs the bundle by hand gets it from here. */
const TARGET_DEFAULTS = {
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
} as const

/** How it is waited for, judged and told. */
const REPORT_DEFAULTS = {
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

const GATE_DEFAULTS = { ...TARGET_DEFAULTS, ...REPORT_DEFAULTS }

/** The same for `merge`: its own inputs, and those of the gate that say how it reports. */
export const MERGE_DEFAULTS = {
  reports: '',
  expected: '',
  'legs-result': '',
  'max-age-minutes': '',
  'any-run': 'false',
  'fail-on': GATE_DEFAULTS['fail-on'],
  name: GATE_DEFAULTS.name,
  language: GATE_DEFAULTS.language,
  summary: GATE_DEFAULTS.summary,
  annotations: GATE_DEFAULTS.annotations,
  'report-dir': GATE_DEFAULTS['report-dir'],
  baseline: GATE_DEFAULTS.baseline,
  comment: GATE_DEFAULTS.comment,
  'commit-status': GATE_DEFAULTS['commit-status'],
  'commit-sha': GATE_DEFAULTS['commit-sha'],
  'github-token': GATE_DEFAULTS['github-token'],
} as const

const DEFAULTS = { ...GATE_DEFAULTS, ...MERGE_DEFAULTS }
const DEFAULT_BY_NAME: ReadonlyMap<string, string> = new Map(Object.entries(DEFAULTS))

/** The inputs that somebody asks for by name; those of credentials are known to their methods alone. */
export type InputName = keyof typeof DEFAULTS

/** Returns the default by input, in the order of action.yml. Nothing is set of a credential by itself. */
export function inputDefaults(methods = METHODS): Readonly<Record<string, string>> {
  const ofCredentials = inputsOf(methods).map(name => [name, ''])
  return { ...TARGET_DEFAULTS, ...Object.fromEntries(ofCredentials), ...REPORT_DEFAULTS }
}

/** Returns the inputs whose values never appear in a message. */
export function secretInputs(methods = METHODS): readonly string[] {
  return [...inputsThatAre('secret', methods), 'github-token']
}

/** The variable that gives an input to the command. */
export function variableOf(option: string): string {
  return `PRECHECK_${option.toUpperCase().replaceAll('-', '_')}`
}

export class Inputs {
  /** Those that there are; any other is not set. */
  readonly names: readonly string[]
  readonly #values: ReadonlyMap<string, string>

  /** `read` returns the runner's value of an input, empty when it is not set. */
  constructor(read: (name: string) => string, names = inputNames()) {
    this.names = names
    this.#values = new Map(names.map(name => [name, read(name).trim()]))
  }

  /** Returns the value, or its default when it is not set. */
  get(name: InputName): string {
    return this.#values.get(name) || DEFAULTS[name]
  }

  /** Returns the value, or null when it is empty. */
  optional(name: InputName): string | null {
    return this.get(name) || null
  }

  /** True when the user wrote something other than the default; the runner hides the difference to an unset input. */
  isSet(name: InputName): boolean {
    return this.given(name) !== null
  }

  /** Returns what the user wrote for any input, null when that is nothing other than the default. */
  given(name: string): string | null {
    const value = this.#values.get(name) ?? ''
    return value === '' || value === defaultOf(name) ? null : value
  }
}

export function inputNames(methods = METHODS): readonly string[] {
  return Object.keys(inputDefaults(methods))
}

export function mergeInputNames(): readonly string[] {
  return Object.keys(MERGE_DEFAULTS)
}

/** Returns the default of any input. */
export function defaultOf(name: string): string {
  return DEFAULT_BY_NAME.get(name) ?? ''
}
