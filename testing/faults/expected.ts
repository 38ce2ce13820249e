import type { Cell, Meaning, Operation, Outcome } from './model.ts'
import { modeOf } from './model.ts'
import { type CallOfRun, isHit, timesOf } from './moments.ts'

/**
 * What has to come of a cell, by the contract alone (when a fault is final, what is tried again and how often, when a
 * start may be repeated, which result counts) and by docs/polling.md (when reads come). No code of the product is used:
 * this is a second reading of the same words.
 */

const SECOND_MS = 1_000
const INTERVAL_MS = SECOND_MS
const FIRST_ANSWER_TIMEOUT_MS = 15 * SECOND_MS
const TIMEOUT_MS = 60 * SECOND_MS
const TRIES_BEFORE_FIRST_ANSWER = 5
const PRE_READ_TRIES = 3
const PRE_READS_APART_MS = SECOND_MS / 2
const UNANSWERED_MS = 5 * SECOND_MS
const POLLS_WITHOUT_EVIDENCE = 5
const DDM_POLLS_UNCHANGED = 3

/** 1 s doubling to 30 s, each between half and the whole of its step; the matrix draws the shortest. */
const delayMs = (failures: number) => Math.min(30, 2 ** (failures - 1)) * (SECOND_MS / 2)

/** Throttled until after the deadline: the request is not made at all. */
const NEVER_SENT: Meaning = { kind: 'throttled', waitMs: null }

type Sent =
  | { readonly good: true }
  | { readonly good: false; readonly means: Meaning; readonly final: boolean }

/** Returns the outcome of a cell. */
export function expected(cell: Cell): Outcome {
  return new Course(cell).outcome()
}

class Course {
  readonly #cell: Cell
  readonly #runsForMs: number
  readonly #deadlineMs: number
  #now = 0
  #requests = 0
  #polls = 0
  #starts = 0
  #reads = 0
  /** The host has given an understood answer; failed tries before. */
  #answered = false
  #failuresOfHost = 0
  readonly #throttles = { start: 0, read: 0 }
  #throttledUntil = 0
  /** When the pre-check began at the service. */
  #begunAt: number | null
  /** Two reads before the start said that there is no earlier result. */
  #nothingBefore = false
  /** A poll has shown that the result is a new run's. */
  #proven = false
  #confirmed = true
  /** A start is made again, or given up, at a time that is left to the gate. */
  #isOpen = false
  #failedSeen = false

  constructor(cell: Cell) {
    this.#cell = cell
    this.#runsForMs = timesOf(cell).runsForMs
    this.#deadlineMs = timesOf(cell).deadlineMs
    this.#begunAt = modeOf(cell.moment) === 'query' ? 0 : null
  }

  outcome(): Outcome {
    const { service, moment } = this.#cell
    if (modeOf(moment) === 'query') return this.#poll(0)
    if (service === 'drs') {
      const denied = this.#preRead()
      if (denied !== null) return denied
    }
    return this.#start()
  }

  /** At most three tries, two good ones where there is no result; decides nothing but that the credential is no good. */
  #preRead(): Outcome | null {
    let inARow = 0
    for (let tries = 1, failures = 0; tries <= PRE_READ_TRIES; tries += 1) {
      const sent = this.#send('pre-read')
      const isEmpty = sent.good || sent.means.kind === 'pending'
      if (isEmpty && this.#cell.moment === 'start, old result') return null
      inARow = isEmpty ? inARow + 1 : 0
      this.#nothingBefore = inARow >= 2
      if (this.#nothingBefore) return null
      if (sent.good || isEmpty) {
        if (tries < PRE_READ_TRIES) this.#now += PRE_READS_APART_MS
        continue
      }
      if (sent.means.kind === 'ends' && sent.means.reason !== 'not-found')
        return this.#end(sent.means.reason, sent.means)
      if (!isTransient(sent.means) || sent.final) return null
      failures += 1
      if (tries < PRE_READ_TRIES) this.#now += delayMs(failures)
      if (this.#throttledUntil === this.#deadlineMs)
        return { ...this.#outcome(), reason: 'service-unavailable', error: 'no start at the deadline' }
    }
    return null
  }

  #start(): Outcome {
    for (let failures = 1; ; failures += 1) {
      const sent = this.#send('start')
      const nothingStarted = !sent.good && (sent.means.kind === 'not-sent' || sent.means.kind === 'throttled')
      if (sent.good || !nothingStarted) return this.#afterStart(sent, this.#now + INTERVAL_MS)
      if (sent.final) return this.#end('service-unavailable', sent.means)
      this.#now = this.#retryAt(sent.means, failures)
      if (this.#now >= this.#deadlineMs) return this.#end('service-unavailable', sent.means)
      // Before a start that was put off the earlier result is read again.
      const denied = this.#cell.service === 'drs' ? this.#preRead() : null
      if (denied !== null) return denied
    }
  }

  #afterStart(sent: Sent, readAt: number): Outcome {
    if (sent.good) return this.#poll(readAt)
    const { means } = sent
    if (means.kind === 'refused') return this.#end('start-refused', means)
    if (means.kind === 'ends') return this.#end(means.reason, means)
    if (this.#cell.service === 'drs') return this.#afterLostStart(readAt)
    const reason = means.kind === 'unreadable' ? 'invalid-response' : 'service-unavailable'
    return { ...this.#end(reason, means), mayBeRunning: true }
  }

  /** The run is followed; one that never began is started again when enough reads have shown nothing of it. */
  #afterLostStart(readAt: number): Outcome {
    this.#confirmed = false
    if (this.#cell.moment !== 'start, not arrived') return this.#poll(readAt)
    this.#isOpen = true
    this.#starts += 1
    return { ...this.#outcome(), freshness: 'new' }
  }

  #poll(first: number): Outcome {
    let dueAt = first
    let failures = 0
    let unchanged = 0
    let last: Meaning | null = null
    for (;;) {
      if (dueAt >= this.#deadlineMs) return this.#atDeadline(last)
      this.#now = dueAt
      const sent = this.#send('poll')
      if (this.#now >= this.#deadlineMs) return this.#unanswered(this.#now - dueAt, last)
      if (sent.good) {
        failures = 0
        last = null
        unchanged = this.#looksFinished() ? unchanged + 1 : 0
        const end = this.#finished(unchanged)
        if (end !== null) return end
        dueAt += INTERVAL_MS
        continue
      }
      const { means } = sent
      // A poll that shows nothing begins the wait for an unchanged result anew.
      unchanged = 0
      if (means.kind === 'pending') {
        failures = 0
        last = null
        dueAt += INTERVAL_MS
        continue
      }
      if (means.kind === 'refused') return this.#end('service-error', means)
      if (means.kind === 'ends') return this.#end(means.reason, means)
      if (sent.final) return this.#end(reasonOf(means), means)
      failures += 1
      last = means
      dueAt = Math.max(dueAt + INTERVAL_MS, this.#retryAt(means, failures))
    }
  }

  #looksFinished(): boolean {
    if (this.#cell.moment === 'start, old result') return true
    return this.#begunAt !== null && this.#now - this.#begunAt >= this.#runsForMs
  }

  #finished(unchanged: number): Outcome | null {
    const { service, moment } = this.#cell
    if (unchanged === 0) this.#proven = true
    this.#failedSeen ||= moment === 'mid-poll, an item has failed'
    if (unchanged < (service === 'ddm' ? DDM_POLLS_UNCHANGED : 1)) return null
    const pass = (freshness: 'new' | 'assumed' | 'as-found') => ({ ...this.#outcome(), freshness })
    if (modeOf(moment) === 'query') return pass('as-found')
    if (service !== 'drs' || this.#proven || (this.#confirmed && this.#nothingBefore)) return pass('new')
    if (!this.#confirmed) {
      this.#isOpen = true
      return { ...this.#outcome(), reason: 'not-verified', error: 'an old result' }
    }
    return unchanged < POLLS_WITHOUT_EVIDENCE ? null : pass('assumed')
  }

  #retryAt(means: Meaning, failures: number): number {
    return means.kind === 'throttled' ? this.#throttledUntil : this.#now + delayMs(failures)
  }

  #send(call: CallOfRun): Sent {
    this.#now = Math.max(this.#now, this.#throttledUntil)
    if (this.#now > this.#deadlineMs) return { good: false, means: NEVER_SENT, final: true }
    this.#requests += 1
    if (call === 'start') this.#starts += 1
    else this.#reads += 1
    if (call === 'poll') this.#polls += 1
    const { row, service, moment } = this.#cell
    const operation = call === 'start' ? 'start' : 'read'
    const hit = isHit(this.#cell, call, call === 'start' ? this.#starts : this.#reads)
    const means: Meaning = hit ? row.means({ service, operation }) : { kind: 'harmless' }
    if (call === 'start' && arrives(means, moment)) this.#begunAt ??= this.#now
    if (means.kind === 'harmless') return this.#answer(call, operation)
    return { good: false, means, final: this.#note(means, operation) }
  }

  /** What the service itself says: DRS has no result of a run that it never began. */
  #answer(call: CallOfRun, operation: Operation): Sent {
    this.#answered = true
    this.#throttles[operation] = 0
    if (call !== 'poll' || this.#begunAt !== null) return { good: true }
    return { good: false, means: { kind: 'transient', known: true }, final: false }
  }

  /** Returns whether no further try makes sense. */
  #note(means: Meaning, operation: Operation): boolean {
    if (means.kind === 'throttled') {
      this.#answered = true
      this.#throttles[operation] += 1
      const until = this.#now + (means.waitMs ?? delayMs(this.#throttles[operation]))
      this.#throttledUntil = means.waitMs === null ? Math.min(until, this.#deadlineMs) : until
      return means.waitMs !== null && until > this.#deadlineMs
    }
    if (means.kind === 'transient' && means.timesOut) {
      const limit = this.#answered ? TIMEOUT_MS : FIRST_ANSWER_TIMEOUT_MS
      this.#now = Math.min(this.#deadlineMs, this.#now + limit)
    }
    if (means.kind === 'pending' || ('known' in means && means.known)) this.#answered = true
    if (!this.#answered) this.#failuresOfHost += 1
    return !this.#answered && this.#failuresOfHost >= TRIES_BEFORE_FIRST_ANSWER
  }

  #atDeadline(last: Meaning | null): Outcome {
    if (last === null) return { ...this.#outcome(), reason: 'timed-out', error: 'the deadline' }
    return { ...this.#outcome(), reason: reasonOf(last), error: 'the fault' }
  }

  /** A read under way has failed only when it has gone on for long; every answered one came at once. */
  #unanswered(forMs: number, last: Meaning | null): Outcome {
    if (forMs <= UNANSWERED_MS) return this.#atDeadline(last)
    return { ...this.#outcome(), reason: 'service-unavailable', error: 'no answer at the deadline' }
  }

  /** OMS is asked for its health page where a task ends by something that no API of OMS would say. */
  #end(reason: Outcome['reason'], means: Meaning): Outcome {
    const known = means.kind === 'throttled' || ('known' in means && means.known)
    if (this.#cell.service === 'oms' && !known && this.#now < this.#deadlineMs) this.#requests += 1
    return { ...this.#outcome(), reason, error: means === NEVER_SENT ? 'never sent' : 'the fault' }
  }

  #outcome(): Outcome {
    const times = this.#isOpen
      ? { requests: null, polls: null }
      : { requests: this.#requests, polls: this.#polls }
    const counts = { ...times, starts: this.#starts }
    return { reason: 'all-passed', freshness: null, ...counts, error: null, mayBeRunning: false }
  }
}

const isTransient = ({ kind }: Meaning) =>
  kind === 'transient' || kind === 'unreadable' || kind === 'throttled' || kind === 'not-sent'

const arrives = ({ kind }: Meaning, moment: Cell['moment']) =>
  kind === 'harmless' || ((kind === 'transient' || kind === 'unreadable') && moment !== 'start, not arrived')

const reasonOf = ({ kind }: Meaning) => (kind === 'unreadable' ? 'invalid-response' : 'service-unavailable')
