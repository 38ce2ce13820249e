import type { PlannedTarget, TargetRequest } from '../services/definition.ts'
import { refuseWrongIds } from './job-ids.ts'
import { type Problems, quoted } from './problems.ts'
import type { Requested } from './requested.ts'

/** Returns the targets that are valid as far as they can be read, telling what is wrong with the others at their place. */
export function planTargets(
  requested: readonly Requested[],
  problems: Problems,
  warn: (text: string) => void,
): readonly PlannedTarget[] {
  for (const one of requested) refuseWrongIds(one, problems)
  const planned = requested.flatMap(({ service, request, unread, placed }) => {
    const target = service.plan(request, {
      problem: text => {
        if (!isToldAlready(text, unread)) problems.add(placed(text))
      },
      warning: text => {
        if (!unread.has(fieldOf(text))) warn(placed(text))
      },
    })
    return target === null ? [] : [{ target, request, unread, placed }]
  })
  refuseTwins(planned, problems)
  return planned.map(({ target }) => target)
}

/** Where a field could also come from: what is wrong there is why it is missing here. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'project-id': ['project-id', 'region'],
  region: ['region', 'endpoint'],
  'job-ids': ['job-ids', 'request'],
  request: ['request', 'job-ids'],
}

/** A field that could not be read is not missing on top of it. */
function isToldAlready(text: string, unread: Requested['unread']): boolean {
  const field = fieldOf(text)
  return text.startsWith(`${field}: missing`) && (SOURCES[field] ?? [field]).some(name => unread.has(name))
}

function fieldOf(text: string): string {
  return text.split(':', 1)[0] ?? ''
}

/** What a task is known by, together with the service. */
const IDENTITY = ['mode', 'endpoint', 'job-ids', 'request']

interface Planned extends Pick<Requested, 'request' | 'unread' | 'placed'> {
  readonly target: PlannedTarget
}

/** The config file itself is searched for twins by what it says; here come those that a request makes. */
function refuseTwins(planned: readonly Planned[], problems: Problems): void {
  const seen = new Map<string, { readonly name: string; readonly isSearched: boolean }>()
  for (const { target, request, unread, placed } of planned) {
    if (IDENTITY.some(field => unread.has(field))) continue
    const field = request.tasks.length > 0 ? 'job-ids' : 'request'
    for (const { id } of target.tasks) {
      const key = JSON.stringify([target.service, target.endpoint.href.replace(/\/+$/, ''), id])
      const isSearched = idsInFile(request).includes(id)
      const other = seen.get(key)
      seen.set(key, { name: target.name, isSearched })
      if (other === undefined || other.name === target.name || (other.isSearched && isSearched)) continue
      // The id may come from the request, so it is not shown.
      const wrong = `names a task of target ${quoted(other.name)} too; allowed: each task in one target`
      problems.add(placed(`${field}: ${wrong}`))
    }
  }
}

/** Those by which a config file is searched for twins. */
function idsInFile({ tasks, instanceId, database }: TargetRequest): readonly string[] {
  return [...tasks.map(({ id }) => id), `${instanceId}/${database}`]
}
