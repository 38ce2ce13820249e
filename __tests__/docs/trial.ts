import { isAbsolute } from 'node:path/posix'
import { defaultWaivers, readEvent } from '../../src/github/event.ts'
import { inputNames } from '../../src/plan/inputs.ts'
import { type Planning, planWith } from '../plan/planning.ts'
import { CERTIFICATE } from '../simulator/certificate.ts'
import type { StepRun } from './steps.ts'

/** Runs a documented step through the parser of the real inputs, with plausible values for its expressions. */

const BASE = 'b'.repeat(40)
const HEAD = 'a'.repeat(40)
const MADE_UP = 'made-up-value'
/** As `terraform output -json` prints them. */
const JOB_IDS = '["140b5236-88ad-43c8-811c-1268453jb101","a281f62f-4631-45d6-a2d3-679a9f4jb105"]'

export interface Files {
  readonly config: string
  readonly waivers: string
}

export interface Trial extends Planning {
  readonly unknownInputs: readonly string[]
  /** What the step needs of its job: permissions, and whether the repository must be checked out. */
  readonly needs: ReadonlySet<string>
  readonly needsCheckout: boolean
  readonly statusHasNoCommit: boolean
}

export async function tryOut(run: StepRun, files: Files): Promise<Trial> {
  const given = Object.entries(run.step.with ?? {}).map(
    ([name, text]) => [name, resolved(String(text), run)] as const,
  )
  const values: Record<string, string> = Object.fromEntries(given)
  const environment = Object.fromEntries(
    Object.entries(run.env).map(([name, text]) => [name, resolved(String(text), run)]),
  )
  const event = readEvent(
    { GITHUB_EVENT_NAME: run.event, GITHUB_SHA: HEAD, GITHUB_REPOSITORY: 'acme/orders-db' },
    payloadOf(run.event),
  )
  const wantsStatus = values['commit-status'] === 'true'
  const byDefault = defaultWaivers(event, wantsStatus)
  const defaultRef = 'ref' in byDefault ? byDefault.ref : ''
  const texts = { [values['config'] ?? '']: files.config, [values['waivers'] ?? '']: files.waivers }
  const refs = [values['config-ref'], values['waivers-ref'], defaultRef].filter(ref => ref)
  const atRefs = Object.entries(texts).flatMap(([path, text]) =>
    refs.map(ref => [`${path}@${ref}`, { kind: 'found' as const, text }] as const),
  )
  const isKnown = (name: string) => inputNames().includes(name)
  const planning = await planWith(Object.fromEntries(given.filter(([name]) => isKnown(name))), {
    environment,
    workspace: { ...texts, [values['ca-certificate'] ?? '']: CERTIFICATE },
    refs: Object.fromEntries(atRefs),
    defaultWaivers: byDefault,
  })
  const needs = [
    planning.asked.some(path => path.includes('@')) ? 'contents: read' : '',
    values['oidc-agency-urn'] || environment['HUAWEICLOUD_OIDC_AGENCY_URN'] ? 'id-token: write' : '',
    values['comment'] && values['comment'] !== 'never' ? 'pull-requests: write' : '',
    wantsStatus ? 'statuses: write' : '',
  ].filter(need => need !== '')
  return {
    ...planning,
    unknownInputs: given.map(([name]) => name).filter(name => !isKnown(name)),
    needs: new Set(needs),
    needsCheckout: planning.asked.some(path => !path.includes('@') && !isAbsolute(path)),
    statusHasNoCommit: wantsStatus && !values['commit-sha'] && event.commit === null,
  }
}

function payloadOf(event: string): unknown {
  const repository = { id: 1, full_name: 'acme/orders-db', default_branch: 'main' }
  const side = (sha: string, ref: string) => ({ sha, ref, repo: repository })
  if (event === 'pull_request')
    return {
      repository,
      pull_request: { number: 7, head: side(HEAD, 'change'), base: side(BASE, 'main'), user: null },
    }
  if (event === 'merge_group') return { repository, merge_group: { head_sha: HEAD, base_sha: BASE } }
  return { repository }
}

/** Expressions in their places; what comes from secrets and variables is made up. */
function resolved(text: string, run: StepRun): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const [, key] = /^matrix\.(\w+)$/.exec(expression) ?? []
    if (key !== undefined) return String(run.matrix[key] ?? '')
    if (expression === 'github.sha') return HEAD
    if (expression.endsWith('.outputs.job-ids')) return JOB_IDS
    return expression.startsWith('toJSON(') ? JSON.stringify(MADE_UP) : MADE_UP
  })
}
