import type { TeamCatalogue } from '../catalogue/catalogue.ts'
import type { FileAtRef, FilePorts } from '../files/ports.ts'
import type { WaiversSource } from '../github/event.ts'
import { type Sentence, told } from '../precheck/sentence.ts'
import type { Waiver } from '../precheck/waivers.ts'
import type { Inputs } from './inputs.ts'
import { type Problems, problemText, quoted } from './problems.ts'

/** Config and waiver file: from the checked-out workspace, or from a git ref that the change under review cannot touch. */

export interface PolicyContext {
  readonly files: FilePorts
  /** Where the waiver file is read by default. */
  readonly defaultWaivers: WaiversSource
  readonly services: readonly string[]
  readonly problems: Problems
  /** What could not be fetched: the step's inputs are fine, but its policy cannot be had. */
  readonly unavailable: Problems
  readonly warn: (text: Sentence) => void
}

const WORKSPACE = 'workspace'

/** Whether the config file is read from the workspace. */
export function isCheckedOut(inputs: Inputs): boolean {
  const ref = inputs.optional('config-ref')
  return ref === null || ref === WORKSPACE
}

/** Returns the config file's text, null after telling the problem. */
export async function readConfig(
  path: string,
  inputs: Inputs,
  context: PolicyContext,
): Promise<string | null> {
  const ref = inputs.optional('config-ref')
  if (ref === null || isCheckedOut(inputs)) return fromWorkspace('config', path, context)
  const file = await context.files.readAtRef(path, ref)
  return file.kind === 'found' ? file.text : notThere('config', path, ref, file, context)
}

/** Returns the waivers, none after telling the problem. A file that is missing at the default ref means no waivers: that can only be stricter. */
export async function readWaivers(inputs: Inputs, context: PolicyContext): Promise<readonly Waiver[]> {
  const path = inputs.optional('waivers')
  if (path === null) return []
  const text = await waiversText(path, inputs.optional('waivers-ref'), context)
  if (text === null) return []
  const { parseWaiverFile } = await import('./waiver-file.ts')
  const read = await parseWaiverFile(text, path, context.services)
  if ('waivers' in read) return read.waivers
  context.problems.add(...read.problems)
  return []
}

async function waiversText(path: string, own: string | null, context: PolicyContext): Promise<string | null> {
  if (own === WORKSPACE) return fromWorkspace('waivers', path, context)
  if (own !== null) return waiversAtRef(path, own, false, context)
  const source = context.defaultWaivers
  switch (source.from) {
    case 'workspace':
      return fromWorkspace('waivers', path, context)
    case 'branch':
      return waiversAtRef(path, source.ref, true, context)
    case 'base-branch': {
      const protection = await context.files.protectionOf(source.branch)
      // The waivers of the one branch are no stricter than those of the other, so it is not for a fault to choose.
      if (protection.kind === 'unavailable') {
        context.unavailable.add(`waivers: ${protection.why.in('en-us')} Or name a branch in waivers-ref.`)
        return null
      }
      const ref = protection.kind === 'protected' ? source.ref : source.otherwise
      return waiversAtRef(path, ref, true, context)
    }
  }
}

/** Returns what the team says of check items itself, from the workspace; nothing after telling the problem. */
export async function readTeamCatalogue(inputs: Inputs, context: PolicyContext): Promise<TeamCatalogue> {
  const path = inputs.optional('catalogue')
  const text = path === null ? null : await fromWorkspace('catalogue', path, context)
  if (path === null || text === null) return new Map()
  const { parseTeamCatalogue } = await import('./team-catalogue.ts')
  const read = await parseTeamCatalogue(text, path)
  if ('catalogue' in read) return read.catalogue
  context.problems.add(...read.problems)
  return new Map()
}

async function waiversAtRef(
  path: string,
  ref: string,
  isDefault: boolean,
  context: PolicyContext,
): Promise<string | null> {
  const file = await context.files.readAtRef(path, ref)
  if (file.kind === 'found') return file.text
  if (file.kind !== 'absent' || !isDefault) return notThere('waivers', path, ref, file, context)
  context.warn(
    told(
      `waivers: ${path} does not exist at ${ref}, so no waiver holds. Waivers of a pull request count once they are merged.`,
      `waivers：${ref} 上没有 ${path}，因此没有豁免生效。拉取请求中的豁免在合并之后才算数。`,
    ),
  )
  return null
}

function notThere(
  input: 'config' | 'waivers',
  path: string,
  ref: string,
  file: Exclude<FileAtRef, { kind: 'found' }>,
  { problems, unavailable }: PolicyContext,
): null {
  if (file.kind === 'refused') problems.add(problemText(input, file.why.in('en-us'), 'a UTF-8 file'))
  else
    unavailable.add(
      `${input}: ${file.kind === 'absent' ? `${path} does not exist at ${ref}` : file.why.in('en-us')}`,
    )
  return null
}

async function fromWorkspace(
  input: 'config' | 'waivers' | 'catalogue',
  path: string,
  { files, problems }: PolicyContext,
): Promise<string | null> {
  const file = await files.readWorkspace(path)
  switch (file.kind) {
    case 'found':
      return file.text
    case 'absent': {
      const wrong = `${quoted(path)} does not exist in the workspace`
      const allowed = 'the path of a file that is checked out (is there an actions/checkout step?)'
      problems.add(problemText(input, wrong, allowed))
      return null
    }
    case 'refused': {
      const wrong = `${quoted(path)} cannot be read (${file.why.in('en-us')})`
      problems.add(problemText(input, wrong, 'a UTF-8 file inside the workspace'))
      return null
    }
  }
}
