import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import {
  type PlannedTarget,
  planTarget,
  type ServiceDefinition,
  type TargetInput,
  type TargetProblem,
  type TargetSpec,
} from '../services/definition.ts'
import { type InputProblem, type InputProblems, type Place, problemSentence } from './problems.ts'
import { quoted } from './quoted.ts'

/** One target as the user gave it, and where to point when something is wrong with it. */
export interface GivenTarget {
  readonly service: ServiceDefinition
  readonly spec: TargetSpec
  /** Fields that are given but not to be known, so that nobody may say that they are missing. */
  readonly unread: ReadonlySet<string>
  /** What a config file says of this target itself; nothing where inputs describe it. */
  readonly given: readonly TargetInput[]
  /** Says where in a config file the field of a problem stands. */
  readonly placed: (problem: TargetProblem) => InputProblem
  /** Where the config file lists a task; null where inputs describe it. */
  readonly placeOf: (taskId: string) => Pick<Place, 'file' | 'line'> | null
}

/** Those that are given, as far as it can be told. */
export interface GivenTargets {
  readonly targets: readonly GivenTarget[]
  /** False when there are more, of which service or mode cannot be read: nobody knows what they would need. */
  readonly areAll: boolean
}

/** Returns the targets that are valid as far as they can be read, telling what is wrong with the others at their place. */
export function planTargets(
  given: readonly GivenTarget[],
  problems: InputProblems,
  warn: (text: Sentence) => void,
): readonly PlannedTarget[] {
  const planned = given.flatMap(one => {
    const { service, spec, unread, placed } = one
    const target = planTarget(service, spec, {
      problem: problem => {
        if (!isToldAlready(problem, unread)) problems.add(placed(problem))
      },
      warning: problem => {
        if (!unread.has(problem.field)) warn(problemSentence(placed(problem)))
      },
    })
    return target === null ? [] : [{ target, ...one }]
  })
  refuseTwins(planned, problems)
  return planned.map(({ target }) => target)
}

/** Where a field could also come from: what is wrong there is why it is missing here. */
const SOURCES: Readonly<Partial<Record<TargetInput, readonly TargetInput[]>>> = {
  'project-id': ['project-id', 'region'],
  region: ['region', 'endpoint'],
  'job-ids': ['job-ids', 'request'],
  request: ['request', 'job-ids'],
}

/** A field that could not be read is not missing on top of it. */
function isToldAlready({ field, isMissing }: TargetProblem, unread: ReadonlySet<string>): boolean {
  return isMissing === true && (SOURCES[field] ?? [field]).some(name => unread.has(name))
}

/** What a task is known by, together with the service. */
const IDENTITY: readonly TargetInput[] = ['mode', 'endpoint', 'job-ids', 'request']

/** The config file itself is searched for twins by what it says; here come those that a request makes. */
function refuseTwins(
  planned: readonly (GivenTarget & { readonly target: PlannedTarget })[],
  problems: InputProblems,
): void {
  const seen = new Map<string, { readonly name: string; readonly isSearched: boolean }>()
  for (const { target, spec, unread, placed } of planned) {
    if (IDENTITY.some(field => unread.has(field))) continue
    const { tasks, instanceId, database } = spec
    // Those by which a config file is searched for twins.
    const searched = new Set([...tasks.map(({ id }) => id), `${instanceId}/${database}`])
    for (const { id } of target.tasks) {
      const key = JSON.stringify([target.service, target.endpoint.href.replace(/\/+$/, ''), id])
      const isSearched = searched.has(id)
      const other = seen.get(key)
      seen.set(key, { name: target.name, isSearched })
      if (other === undefined || other.name === target.name || (other.isSearched && isSearched)) continue
      problems.add(placed({ field: tasks.length > 0 ? 'job-ids' : 'request', ...twinOf(other.name) }))
    }
  }
}

/** The id may come from the request, so it is not shown. */
function twinOf(name: string): Pick<InputProblem, 'wrong' | 'allowed'> {
  const wrong = inEach(in_ => {
    const target = in_(quoted(name))
    return told(`names a task of target ${target} too`, `指向的任务也属于目标 ${target}`)
  })
  return { wrong, allowed: told('each task in one target', '每个任务只在一个目标中') }
}
