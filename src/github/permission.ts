import type { GateEvent } from './event.ts'

/**
 * Returns what to change so that the token may do this, with the YAML. Runs of forks and of Dependabot get a
 * read-only token that no `permissions` block can raise, so there the advice is another one.
 */
export function permissionAdvice(
  permission: 'pull-requests: write' | 'statuses: write' | 'contents: read',
  event: GateEvent | null,
): string {
  // One line, because logs and tables fold lines.
  const yaml = `permissions: { ${permission} }`
  if (!event?.isFork && !event?.isDependabot)
    return `Add to the job (and keep the permissions it already names) ${yaml} - a github-token input needs the same right.`
  const who = event.isFork ? 'a pull request from a fork' : 'a run set off by Dependabot'
  return `GitHub gives ${who} a read-only token, which ${yaml} cannot raise. Run the gate on an event of the repository itself, or write from a workflow_run workflow that has it.`
}
