import type { PlannedTarget } from '../services/definition.ts'
import { type Problems, quoted } from './problems.ts'
import type { Requested } from './requested.ts'

/** Returns the targets that are valid, telling what is wrong with the others at their place. */
export function planTargets(
  requested: readonly Requested[],
  problems: Problems,
  warn: (text: string) => void,
): readonly PlannedTarget[] {
  const planned = requested.flatMap(({ service, request, placed }) => {
    const target = service.plan(request, {
      problem: text => {
        if (!isToldAlready(text, placed, problems)) problems.add(placed(text))
      },
      warning: text => warn(placed(text)),
    })
    return target === null ? [] : [{ target, request, placed }]
  })
  refuseTwins(planned, problems)
  return planned.map(({ target }) => target)
}

/** Where a field could also come from: what is wrong there is why it is missing here. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'project-id': ['project-id', 'region'],
  region: ['region', 'endpoint'],
}

/** A field that could not be read is not missing on top of it. */
function isToldAlready(text: string, placed: Requested['placed'], problems: Problems): boolean {
  const [field = ''] = text.split(':', 1)
  if (!text.startsWith(`${field}: missing`)) return false
  return (SOURCES[field] ?? [field]).some(name => problems.isAbout(name) || problems.isAbout(placed(name)))
}

interface Planned extends Pick<Requested, 'request' | 'placed'> {
  readonly target: PlannedTarget
}

/** The config file itself is searched for twins by what it says; here come those that a request or a default makes. */
function refuseTwins(planned: readonly Planned[], problems: Problems): void {
  const names = new Map<string, string>()
  for (const { target, request, placed } of planned) {
    const field = request.tasks.length > 0 ? 'job-ids' : 'request'
    for (const { id } of target.tasks) {
      const key = JSON.stringify([target.service, target.endpoint.href.replace(/\/+$/, ''), id])
      const other = names.get(key)
      // The id may come from the request, so it is not shown.
      const wrong = `names a task of target ${quoted(other ?? '')} too; allowed: each task in one target`
      if (other !== undefined && other !== target.name) problems.add(placed(`${field}: ${wrong}`))
      names.set(key, target.name)
    }
  }
}
