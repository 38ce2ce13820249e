import { type Sentence, told } from '../precheck/sentence.ts'
import type { GateEvent } from './event.ts'

/**
 * Returns what to change so that the token may do this, with the YAML. Runs of forks and of Dependabot get a
 * read-only token that no `permissions` block can raise, so there the advice is another one.
 */
export function permissionAdvice(
  permission: 'pull-requests: write' | 'statuses: write' | 'contents: read',
  event: GateEvent | null,
): Sentence {
  // One line, because logs and tables fold lines.
  const yaml = `permissions: { ${permission} }`
  if (!event?.isFork && !event?.isDependabot)
    return told(
      `Add to the job (and keep the permissions it already names) ${yaml} - a github-token input needs the same right.`,
      `请在作业中加上（并保留已有的权限）${yaml}；由 github-token 输入给出的 token 需要同样的权限。`,
    )
  const [who, chinese] = event.isFork
    ? ['a pull request from a fork', '来自 fork 的拉取请求']
    : ['a run set off by Dependabot', '由 Dependabot 触发的运行']
  return told(
    `GitHub gives ${who} a read-only token, which ${yaml} cannot raise. Run the gate on an event of the repository itself, or write from a workflow_run workflow that has it.`,
    `GitHub 只给${chinese}只读 token，${yaml} 无法提升其权限。请在仓库自身的事件中运行门禁，或在具有该权限的 workflow_run 工作流中写入。`,
  )
}
