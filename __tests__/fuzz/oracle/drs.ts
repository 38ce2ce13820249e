import { type Names, type Sighting, sightingOf } from './drs-answer.ts'
import {
  type Earlier,
  firstEvidence,
  hasSettled,
  preReadOf,
  type Read,
  type StartFacts,
} from './drs-freshness.ts'
import { idsIn, isOfTheBatch, isStart, type Started, startOf } from './drs-starts.ts'
import type { AskedTask, Exchange } from './exchange.ts'
import { hear } from './faults.ts'
import { DOUBTS, type Ending, type Findings, type View } from './findings.ts'
import { rememberedById } from './remembered.ts'
import { wrongStartsOf } from './starts.ts'
import { type Item, isLost } from './words.ts'

/** Section 3.2 of the contract, and 3.0 for DRS. */

export interface DrsQuestion {
  readonly task: AskedTask
  /** All tasks of the target. */
  readonly tasks: readonly AskedTask[]
  readonly mode: 'run' | 'query'
  readonly settleMs: number
  /** The exchanges of the target, in the order in which they were sent. */
  readonly exchanges: readonly Exchange[]
  /** The same of the other targets at its endpoint. */
  readonly elsewhere: readonly Pick<DrsQuestion, 'tasks' | 'exchanges'>[]
}

type Start = Started & { readonly exchange: Exchange }

export function drsFindings(question: DrsQuestion): Findings {
  const { task, mode, exchanges } = question
  const own = exchanges.filter(one => idsIn(one).includes(task.key) && one.end.kind !== 'cut-off')
  const cutStart = exchanges.some(
    one => isStart(one) && one.end.kind === 'cut-off' && idsIn(one).includes(task.key),
  )
  const starts = startsOf(exchanges, task.key)
  const reads = own.filter(one => !isStart(one) && !isSentAgainAlone(one, own))
  const { begun, preReads, polls } = phasesOf(mode, starts, reads)
  const phases = { starts, begun, preReads, polls }
  // How an answer is read, whether it is evidence, and since when it has stood are doubts of their own.
  const readings = DOUBTS.flatMap(settles =>
    DOUBTS.flatMap(believes =>
      DOUBTS.map(doubt => readingOf(question, phases, { doubt, believes, settles })),
    ),
  )
  const grounds = new Set([
    ...readings.flatMap(({ seen }) => seen.flatMap(groundsOfRead)),
    ...readings.flatMap(({ before }) => before.flatMap(groundsOfRead).filter(decidesBefore)),
    ...starts.flatMap(groundsOfStart),
    ...(cutStart ? ['service-unavailable'] : []),
  ])
  return {
    isStarted: mode === 'query' || starts.length > 0,
    views: withRunElsewhere(
      withSharedRun(
        readings.flatMap(({ view, waits }) => (waits ? [view, { ...view, ending: null }] : [view])),
        question,
        starts,
      ),
      question,
      starts,
    ),
    mayGiveUp: readings.some(reading => reading.mayGiveUp),
    grounds,
    wrongStarts: wrongStartsOf(
      starts.map(({ exchange, end, isPutOff }) => ({
        sentAt: exchange.sentAt,
        at: exchange.end.at,
        end,
        isPutOff,
      })),
      {
        sentAt: reads.map(({ sentAt }) => sentAt),
        endedAt: reads.map(({ end }) => end.at),
        evidenceAt: readings[0]?.evidenceAt ?? null,
      },
    ),
  }
}

/** The start calls for a task that were answered, or whose answer was lost. */
function startsOf(exchanges: readonly Exchange[], key: string): readonly Start[] {
  return exchanges
    .filter(one => isStart(one) && one.end.kind !== 'cut-off' && idsIn(one).includes(key))
    .map(exchange => ({ exchange, ...startOf(exchange, key) }))
}

const mayHaveBegun = ({ end }: Started) => end === 'confirmed' || end === 'unconfirmed'

interface Phases {
  readonly begun: Start | null
  /** The reads that are the measure: those after the last start that was refused, put off or never sent. */
  readonly preReads: readonly Exchange[]
  readonly polls: readonly Exchange[]
}

/** After a lost start the first pre-read stays the measure, and all reads are polls. */
function phasesOf(mode: DrsQuestion['mode'], starts: readonly Start[], reads: readonly Exchange[]): Phases {
  if (mode === 'query') return { begun: null, preReads: [], polls: reads }
  const begun = starts.find(mayHaveBegun) ?? null
  const upTo = begun?.exchange.sentAt ?? Number.POSITIVE_INFINITY
  const before = reads.filter(({ sentAt }) => sentAt < upTo)
  // A start that never left may be made like one that was put off: with a new read, which is the measure then.
  const didNothing = ({ isPutOff, end }: Start) => isPutOff || end === 'nothing started'
  const last = starts.findLast(one => didNothing(one) && one.exchange.sentAt < upTo)
  const again = before.filter(({ sentAt }) => sentAt >= (last?.exchange.end.at ?? 0))
  return {
    begun,
    preReads: again.length > 0 ? again : before,
    polls: begun === null ? [] : reads.filter(({ sentAt }) => sentAt >= upTo),
  }
}

interface Reading {
  readonly view: View
  /** The last answer stood under a strange id, so a gate may want it to stand for longer. */
  readonly waits: boolean
  readonly seen: readonly Sighting[]
  readonly before: readonly Sighting[]
  readonly mayGiveUp: boolean
  readonly evidenceAt: number | null
}

function readingOf(
  { task, tasks, mode, settleMs, exchanges }: DrsQuestion,
  { starts, preReads, polls }: Phases & { readonly starts: readonly Start[] },
  { doubt, believes, settles }: Doubted,
): Reading {
  const named = rememberedById(key => startsOf(exchanges, key).filter(one => one.precheckId !== null))
  // An id that a later repetition of the start gives is not known before.
  const runIdAt = (key: string, at: number) =>
    named(key).findLast(({ exchange }) => exchange.end.at <= at)?.precheckId ?? null
  const idsOf = (key: string, at: number) => [
    key,
    ...named(key)
      .filter(({ exchange }) => exchange.end.at <= at)
      .map(one => one.precheckId ?? key),
  ]
  const readAs =
    (namesOf: (at: number) => Omit<Names, 'all'>) =>
    (exchange: Exchange): Read => {
      const { sentAt, end } = exchange
      // An id of its own that is out of date is a strange one, but no other task's.
      const others = tasks.filter(({ key }) => key !== task.key)
      const all = new Set(others.flatMap(({ key }) => idsOf(key, doubt ? end.at : sentAt)))
      const names = { ...namesOf(sentAt), all }
      const seen = sightingOf(exchange, task.key, idsIn(exchange), names, doubt)
      const runId = runIdAt(task.key, sentAt)
      // Where the start gives the task's own id, runs have none: it tells no run from another.
      return { sentAt, at: end.at, runId: runId === task.key ? null : runId, seen }
    }
  const before = preReads.map(readAs(() => ({ idOf: key => key, isOutdated: () => false })))
  const earlier = preReadOf(before, doubt)
  const after = polls.map(
    readAs(at => {
      const runIdOf = (key: string) => runIdAt(key, at)
      return { idOf: key => runIdOf(key) ?? key, isOutdated: outdated(runIdOf, earlier) }
    }),
  )
  const start = {
    confirmedAt: starts.find(({ end }) => end === 'confirmed')?.exchange.end.at ?? null,
    ...takenForMade(exchanges, starts, after),
    settleMs,
  }
  const first = mode === 'query' ? 0 : firstEvidence(earlier, before, after, start, believes)
  const isFinished = after.some(({ seen }) =>
    seen.kind === 'missing' ? seen.isOldThere === true : seen.kind === 'entry' && seen.isFinished,
  )
  return {
    view: viewOf(after, { mode, first, start, doubt, settles, wasEmpty: earlier.kind === 'none' }),
    waits: mode === 'run' && isUnderStrangeId(after.at(-1)?.seen) && !hasSettled(after, start, false),
    seen: after.map(({ seen }) => seen),
    before: before.map(({ seen }) => seen),
    mayGiveUp: mode === 'run' && first === null && start.confirmedAt === null && isFinished,
    evidenceAt: first === null ? null : (after[first]?.at ?? null),
  }
}

const isUnderStrangeId = (seen: Sighting | undefined) => seen?.kind === 'entry' && seen.isStrange

/** "An entry under the pre-read's id, when the start answer gave another, never counts." */
function outdated(runIdOf: (key: string) => string | null, earlier: Earlier): Names['isOutdated'] {
  const before = earlier.kind === 'found' ? earlier.entry.id : earlier.kind === 'going' ? earlier.id : null
  return (key, id) => runIdOf(key) !== null && runIdOf(key) !== id && id === before
}

/** A batch that was turned down is started task by task, and the gate may take none for started before the last is. */
function takenForMade(exchanges: readonly Exchange[], starts: readonly Start[], polls: readonly Read[]) {
  const firstPoll = polls[0]?.at ?? Number.POSITIVE_INFINITY
  const least = starts.find(({ end }) => end === 'confirmed')?.exchange.end.at ?? 0
  const ends = exchanges.filter(isStart).map(({ end }) => end.at)
  return { least, most: Math.max(least, ...ends.filter(at => at <= firstPoll)) }
}

interface Doubted {
  readonly doubt: boolean
  readonly believes: boolean
  readonly settles: boolean
}

interface Counting {
  readonly mode: DrsQuestion['mode']
  readonly first: number | null
  readonly start: StartFacts
  readonly doubt: boolean
  readonly settles: boolean
  /** Nothing was there before the start. */
  readonly wasEmpty: boolean
}

function viewOf(polls: readonly Read[], { mode, first, start, doubt, settles, wasEmpty }: Counting): View {
  const last = polls.at(-1)?.seen
  const settled = mode === 'run' && hasSettled(polls, start, settles)
  const finished = last?.kind === 'entry' && last.isFinished ? last : null
  const isNew = first !== null && finished !== null && (!finished.isStrange || mode === 'query' || doubt)
  // Where nothing was there before, what stands beside an error can only be of the run that was confirmed: it may be shown.
  const { confirmedAt } = start
  const besideErrors =
    doubt &&
    wasEmpty &&
    confirmedAt !== null &&
    !polls.some(({ at, seen }) => at < confirmedAt && isThere(seen))
      ? polls.filter(({ at, seen }) => at >= confirmedAt && seen.kind === 'fault').map(({ seen }) => seen)
      : []
  const since = first === null ? [] : polls.slice(first).map(({ seen }) => seen)
  const ofRun = [...besideErrors.filter(seen => !since.includes(seen)), ...since]
  const shown = ofRun.flatMap(seen => itemsShown(seen, doubt || mode === 'query'))
  if (finished === null || !(isNew || settled)) return { items: shown.at(-1) ?? [], ending: null }
  // An entry reports its items whatever error stands beside them.
  const reported = ofRun.flatMap(seen => itemsShown(seen, doubt))
  const freshness = mode === 'query' ? 'as-found' : isNew && !finished.isStrange ? 'new' : 'assumed'
  const ending: Ending = { overall: finished.overall, lost: isLost(reported, finished.items), freshness }
  return { items: finished.items, ending }
}

/** A finished result, or items beside an error: it was there before the start was confirmed. */
const isThere = (seen: Sighting) =>
  seen.kind === 'entry' ? seen.isFinished : seen.kind === 'fault' && (seen.items ?? []).length > 0

/** What an answer shows of the run; an entry with an error or under a strange id may belong to it. */
function itemsShown(seen: Sighting, doubt: boolean): readonly (readonly Item[])[] {
  if (seen.kind === 'missing' || seen.items === null) return []
  return seen.isStrange === true && !doubt ? [] : [seen.items]
}

/** Two starts with one run id end at once, both; of two calls the later one may come when the first task has ended. */
function withSharedRun(
  views: readonly View[],
  { task, tasks, exchanges }: DrsQuestion,
  starts: readonly Start[],
): readonly View[] {
  const others = tasks.filter(({ key }) => key !== task.key).flatMap(({ key }) => startsOf(exchanges, key))
  const twins = starts.flatMap(one => others.filter(other => hasRunOf(one, other)).map(other => [one, other]))
  if (twins.length === 0) return views
  const ended: View = { items: [], ending: null, only: 'invalid-response' }
  return twins.some(([one, other]) => one?.exchange === other?.exchange) ? [ended] : [...views, ended]
}

/** Nor is it known of which of two targets it is; that is seen when both have ended, and what was shown stays. */
function withRunElsewhere(
  views: readonly View[],
  { elsewhere }: DrsQuestion,
  starts: readonly Start[],
): readonly View[] {
  const others = elsewhere.flatMap(({ tasks, exchanges }) =>
    tasks.flatMap(({ key }) => startsOf(exchanges, key)),
  )
  if (!starts.some(one => others.some(other => hasRunOf(one, other)))) return views
  const takenBack = views.map(view => ({ ...view, only: 'invalid-response' }))
  return [...views.filter(({ ending }) => ending === null), ...takenBack]
}

const hasRunOf = (one: Start, other: Start) =>
  one.end === 'confirmed' &&
  other.end === 'confirmed' &&
  one.precheckId !== null &&
  one.precheckId === other.precheckId

/** A batch of reads that was turned down as a whole says nothing of its tasks: the calls for each alone do. */
function isSentAgainAlone(exchange: Exchange, own: readonly Exchange[]): boolean {
  if (idsIn(exchange).length === 1) return false
  const heard = hear(exchange.end, 'read', false)
  const alone = (other: Exchange) =>
    !isStart(other) && idsIn(other).length === 1 && other.sentAt >= exchange.end.at
  return heard.kind === 'fault' && isOfTheBatch(heard) && own.some(alone)
}

function groundsOfStart({ end, class: kind }: Started): readonly string[] {
  if (kind !== null && kind !== 'transient') return [kind]
  if (end === 'too often') return ['start-refused', 'service-unavailable']
  return end === 'confirmed' ? [] : ['service-unavailable', 'invalid-response']
}

/** The read before the start decides nothing but this, and that nothing could be started. */
const decidesBefore = (reason: string) =>
  ['authentication-failed', 'permission-denied', 'service-unavailable', 'invalid-response'].includes(reason)

function groundsOfRead(seen: Sighting): readonly string[] {
  if (seen.kind !== 'fault') return []
  return seen.class === 'transient'
    ? [seen.senseless ? 'invalid-response' : 'service-unavailable']
    : [seen.class]
}
