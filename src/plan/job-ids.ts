import { told } from '../precheck/sentence.ts'
import type { ServiceDefinition, TargetKind } from '../services/definition.ts'
import { ID, type Rule } from './input-values.ts'

/** What stands in `job-ids`: ids of what is checked, or of runs where a service can only be asked by those. */

/** One of `job-ids` that names a run: its id stands behind that of its task. */
const RUN_ID: Rule = {
  pattern: /^[0-9A-Za-z_-]{1,64}:[0-9A-Za-z_-]{1,64}$/,
  allowed: told(
    'the job id, a colon and the query id of the run, as DRS API v5 reads by run',
    '任务 ID、冒号和该次运行的 query id，因为 DRS API v5 按运行读取',
  ),
}
/** One of `job-ids` as long as nobody knows whether it has to name a run. */
export const JOB_ID: Rule = {
  pattern: /^[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,64})?$/,
  allowed: ID.allowed,
}

/** Returns what `job-ids` of a target have to be, as far as it is known; `unread` are the fields that are not to be known. */
export function jobIdRule(
  service: ServiceDefinition | null,
  kind: TargetKind,
  unread: ReadonlySet<string>,
): Rule {
  if (service === null || unread.has('mode') || unread.has('drs-api')) return JOB_ID
  return service.namesRuns?.(kind) ? RUN_ID : ID
}
