import type { Agent } from 'node:http'
import { Agents } from './agents.ts'
import type { Operation } from './error-table.ts'
import type { ApiFault } from './fault.ts'
import {
  FIRST_ANSWER_TIMEOUT_MS,
  HOPELESS_TRIES,
  REQUEST_TIMEOUT_MS,
  TRIES_BEFORE_FIRST_ANSWER,
} from './retry.ts'

/** Politeness: requests under way at one host at the same time. */
const REQUESTS_IN_FLIGHT_PER_HOST = 4

/** Longest single tries. */
const TIMEOUTS = { untilFirstAnswerMs: FIRST_ANSWER_TIMEOUT_MS, afterwardsMs: REQUEST_TIMEOUT_MS }
export type RequestTimeouts = Readonly<typeof TIMEOUTS>

/** What is known of one host, shared by every target that talks to it. */
export class Host {
  /** The host has answered in a known format, if only with an error. */
  #answered = false
  #failuresBeforeFirstAnswer = 0
  #hopelessInRow = 0
  #lastFailure: Pick<ApiFault, 'doing' | 'what' | 'advice' | 'layer' | 'invalidResponse'> | null = null
  #inFlight = 0
  /** Apart, because a host that answers reads may still turn away one start after the other. */
  readonly #throttlesInRow: Record<Operation, number> = { start: 0, read: 0 }
  readonly #waiting: (() => void)[] = []
  #throttledUntil = 0
  readonly #agents: Readonly<Record<Operation, Agent>>
  readonly #timeouts: RequestTimeouts

  constructor(origin: string, agents: Agents, timeouts: RequestTimeouts = TIMEOUTS) {
    this.#timeouts = timeouts
    const to = new URL(origin)
    this.#agents = {
      read: agents.to(to, { keepAlive: true }),
      // A start on an idle connection that the host has just closed could not be told from a lost answer.
      start: agents.to(to, { keepAlive: false }),
    }
  }

  agent(operation: Operation): Agent {
    return this.#agents[operation]
  }

  /** On `Clock.now`. */
  get throttledUntil(): number {
    return this.#throttledUntil
  }

  get timeoutMs(): number {
    return this.#answered ? this.#timeouts.afterwardsMs : this.#timeouts.untilFirstAnswerMs
  }

  noteAnswer(operation: Operation, throttled: boolean): void {
    this.#answered = true
    this.#hopelessInRow = 0
    this.#admit()
    if (!throttled) this.#throttlesInRow[operation] = 0
  }

  /** Nobody sends before `until`. */
  throttle(until: number): void {
    this.#throttledUntil = Math.max(this.#throttledUntil, until)
  }

  /** Returns how many throttled answers to an operation came in a row, this one included. */
  noteThrottled(operation: Operation): number {
    this.#throttlesInRow[operation] += 1
    return this.#throttlesInRow[operation]
  }

  /** Returns true when no further try makes sense: too many before the first answer, or a fault that no try mends. */
  noteFailure(fault: ApiFault, hopeless = false): boolean {
    const { doing, what, advice, layer, invalidResponse } = fault
    // Not the fault itself, which holds the body of its answer.
    this.#lastFailure = { doing, what, advice, layer, invalidResponse }
    this.#hopelessInRow = hopeless ? this.#hopelessInRow + 1 : 0
    if (!this.#answered) this.#failuresBeforeFirstAnswer += 1
    return this.exhausted
  }

  /** The last fault that kept this host from being understood. */
  get lastFailure() {
    return this.#lastFailure
  }

  get exhausted(): boolean {
    const unanswered = !this.#answered && this.#failuresBeforeFirstAnswer >= TRIES_BEFORE_FIRST_ANSWER
    return unanswered || this.#hopelessInRow >= HOPELESS_TRIES
  }

  /**
   * Runs `work` as soon as fewer than the allowed number of requests are under way here. Until the first answer that is
   * one: tries side by side would be more than the tries that a wrong address may cost.
   */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    await new Promise<void>(go => {
      this.#waiting.push(go)
      this.#admit()
    })
    try {
      return await work()
    } finally {
      this.#inFlight -= 1
      this.#admit()
    }
  }

  #admit(): void {
    const places = this.#answered ? REQUESTS_IN_FLIGHT_PER_HOST : 1
    while (this.#inFlight < places) {
      const next = this.#waiting.shift()
      if (next === undefined) return
      this.#inFlight += 1
      next()
    }
  }
}

/** The hosts of one gate by origin. */
export class Hosts {
  readonly #byOrigin = new Map<string, Host>()
  readonly #agents: Agents
  readonly #timeouts: RequestTimeouts

  constructor(agents: Agents = new Agents(), timeouts: RequestTimeouts = TIMEOUTS) {
    this.#agents = agents
    this.#timeouts = timeouts
  }

  of(url: URL): Host {
    const known = this.#byOrigin.get(url.origin)
    if (known !== undefined) return known
    const host = new Host(url.origin, this.#agents, this.#timeouts)
    this.#byOrigin.set(url.origin, host)
    return host
  }
}
