import type { TeamCatalogue } from '../catalogue/catalogue.ts'
import { couldNotRead } from '../files/at-ref-words.ts'
import type { FileAtRef } from '../files/ports.ts'
import { inEach, inRow, type Sentence, told } from '../precheck/sentence.ts'
import type { Waiver } from '../precheck/waivers.ts'
import type { Inputs } from './inputs.ts'
import type { PlanContext } from './plan.ts'
import { quoted } from './quoted.ts'

/** Config and waiver file: from the checked-out workspace, or from a git ref that the change under review cannot touch. */

const WORKSPACE = 'workspace'

/** Whether the config file is read from the workspace. */
export function isCheckedOut(inputs: Inputs): boolean {
  const ref = inputs.optional('config-ref')
  return ref === null || ref === WORKSPACE
}

/** Returns the config file's text, null after telling the problem. */
export async function readConfig(path: string, inputs: Inputs, context: PlanContext): Promise<string | null> {
  const ref = inputs.optional('config-ref')
  if (ref === null || isCheckedOut(inputs)) return fromWorkspace('config', path, context)
  const file = await context.files.readAtRef(path, ref)
  return file.kind === 'found' ? file.text : notThere('config', path, ref, file, context)
}

/** Returns the waivers, none after telling the problem. A file that is missing at the default ref means no waivers: that can only be stricter. */
export async function readWaivers(inputs: Inputs, context: PlanContext): Promise<readonly Waiver[]> {
  const path = inputs.optional('waivers')
  if (path === null) return []
  const text = await waiversText(path, inputs.optional('waivers-ref'), context)
  if (text === null) return []
  const { parseWaiverFile } = await import('./waiver-file.ts')
  const services = context.services.map(({ name }) => name)
  return parseWaiverFile(text, path, services, context.problems)
}

async function waiversText(path: string, own: string | null, context: PlanContext): Promise<string | null> {
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
        const otherwise = told('Or name a branch in waivers-ref.', '或者在 waivers-ref 中指定分支。')
        context.unavailable.add({ field: 'waivers', wrong: inRow(protection.why, otherwise) })
        return null
      }
      const ref = protection.kind === 'protected' ? source.ref : source.otherwise
      return waiversAtRef(path, ref, true, context)
    }
    case 'unnamed-branch':
      context.unavailable.add({ field: 'waivers', wrong: withoutBranch(path, source.variable) })
      return null
  }
}

/** Returns what the team says of check items itself, from the workspace; nothing after telling the problem. */
export async function readTeamCatalogue(inputs: Inputs, context: PlanContext): Promise<TeamCatalogue> {
  const path = inputs.optional('catalogue')
  const text = path === null ? null : await fromWorkspace('catalogue', path, context)
  if (path === null || text === null) return new Map()
  const { parseTeamCatalogue } = await import('./team-catalogue.ts')
  return parseTeamCatalogue(text, path, context.problems)
}

function withoutBranch(path: string, variable: string): Sentence {
  return couldNotRead(
    told(`${path} at the target branch`, `目标分支上的 ${path}`),
    told(
      `the variable ${variable}, which names that branch, is not set. Hand it over to the gate.`,
      `未设置变量 ${variable}，而它给出该分支的名称。请将它传给门禁。`,
    ),
  )
}

async function waiversAtRef(
  path: string,
  ref: string,
  isDefault: boolean,
  context: PlanContext,
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
  field: 'config' | 'waivers',
  path: string,
  ref: string,
  file: Exclude<FileAtRef, { kind: 'found' }>,
  { problems, unavailable }: PlanContext,
): null {
  if (file.kind === 'refused')
    problems.add({ field, wrong: file.why, allowed: told('a UTF-8 file', 'UTF-8 文件') })
  else if (file.kind === 'unavailable') unavailable.add({ field, wrong: file.why })
  else unavailable.add({ field, wrong: absentAt(path, ref) })
  return null
}

/** Also what the pull request that brings the file is told: it can only be read where it has been merged to. */
function absentAt(path: string, ref: string): Sentence {
  return told(
    `${path} does not exist at ${ref}. A file that this change brings is not there yet: merge it first, on its own; else correct the path or the ref`,
    `${ref} 上没有 ${path}。本次变更新增的文件在那里还不存在：请先单独合并该文件；否则请更正路径或引用`,
  )
}

async function fromWorkspace(
  field: 'config' | 'waivers' | 'catalogue',
  path: string,
  { files, problems }: PlanContext,
): Promise<string | null> {
  const file = await files.readWorkspace(path)
  const name = quoted(path)
  switch (file.kind) {
    case 'found':
      return file.text
    case 'absent':
      problems.add({
        field,
        wrong: inEach(in_ =>
          told(`${in_(name)} does not exist in the workspace`, `工作区中没有 ${in_(name)}`),
        ),
        allowed: told(
          'the path of a file that is checked out (is there an actions/checkout step?)',
          '已检出的文件的路径（是否有 actions/checkout 步骤？）',
        ),
      })
      return null
    case 'refused':
      problems.add({
        field,
        wrong: inEach(in_ =>
          told(`${in_(name)} cannot be read (${in_(file.why)})`, `无法读取 ${in_(name)}（${in_(file.why)}）`),
        ),
        allowed: told('a UTF-8 file inside the workspace', '工作区内的 UTF-8 文件'),
      })
      return null
  }
}
