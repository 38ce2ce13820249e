import type { ServiceDefinition, TargetKind } from '../services/definition.ts'
import { ID, type Rule } from './fields.ts'
import { type Problems, problemText, quoted } from './problems.ts'
import type { Requested } from './requested.ts'

/** What stands in `job-ids`: ids of what is checked, or of runs where a service can only be asked by those. */

/** One of `job-ids` that names a run: its id stands behind that of its task. */
const RUN_ID = {
  pattern: /^[0-9A-Za-z_-]{1,64}:[0-9A-Za-z_-]{1,64}$/,
  allowed: 'the job id, a colon and the query id of the run, as DRS API v5 reads by run',
}
/** One of `job-ids` as long as nobody knows whether it has to name a run. */
export const JOB_ID = { pattern: /^[0-9A-Za-z_-]{1,64}(?::[0-9A-Za-z_-]{1,64})?$/, allowed: ID.allowed }

/** Returns what `job-ids` of a target have to be, as far as it is known. */
export function jobIdRule({ service, request, unread }: Asked): Rule {
  if (service === null || ['mode', 'drs-api'].some(field => unread.has(field))) return JOB_ID
  return service.namesRuns?.(request) ? RUN_ID : ID
}

interface Asked {
  readonly service: ServiceDefinition | null
  readonly request: TargetKind
  readonly unread: ReadonlySet<string>
}

/** Tells what a config file gives as ids that a service or its mode has no use for; inputs are read by that rule. */
export function refuseWrongIds({ service, request, unread, placed }: Requested, problems: Problems): void {
  if (unread.has('job-ids')) return
  const { pattern, allowed } = jobIdRule({ service, request, unread })
  const wrong = request.tasks.filter(({ id }) => !pattern.test(id))
  for (const { id } of wrong) {
    problems.add(placed(problemText('job-ids', `${quoted(id)} is not valid`, allowed)))
  }
}
