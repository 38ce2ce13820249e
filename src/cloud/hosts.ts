import type { Agent } from 'node:http'
import { HttpClient } from '@actions/http-client'
import { NetworkFault } from './http.ts'
import { FIRST_ANSWER_TIMEOUT_MS, REQUEST_TIMEOUT_MS, TRIES_BEFORE_FIRST_ANSWER } from './retry.ts'

/** Politeness: requests under way at one host at the same time. */
export const REQUESTS_IN_FLIGHT_PER_HOST = 4

/** Longest single tries in milliseconds. */
export interface RequestTimeouts {
  readonly untilFirstAnswerMs: number
  readonly afterwardsMs: number
}

const TIMEOUTS: RequestTimeouts = {
  untilFirstAnswerMs: FIRST_ANSWER_TIMEOUT_MS,
  afterwardsMs: REQUEST_TIMEOUT_MS,
}

/** What is known of one host, shared by every target that talks to it. */
export class Host {
  /** The host has answered in a known format, if only with an error. */
  #answered = false
  #failuresBeforeFirstAnswer = 0
  #lastFailure = ''
  #lastWasInvalid = false
  #inFlight = 0
  #throttlesInRow = 0
  readonly #waiting: (() => void)[] = []
  #throttledUntil = 0
  readonly #agents: ReadonlyMap<'read' | 'start', () => Agent>
  readonly #timeouts: RequestTimeouts

  constructor(origin: string, userAgent: string, timeouts: RequestTimeouts = TIMEOUTS) {
    this.#timeouts = timeouts
    // Without a limit of their own: the proxy agent would count tunnels that hang or have died, until none is left.
    const reads = new HttpClient(userAgent, [], { keepAlive: true })
    // A start on an idle connection that the host has just closed could not be told from a lost answer.
    const starts = new HttpClient(userAgent, [], { keepAlive: false })
    this.#agents = new Map([
      ['read', () => reads.getAgent(origin)],
      ['start', () => starts.getAgent(origin)],
    ])
  }

  agent(operation: 'read' | 'start'): Agent {
    const make = this.#agents.get(operation)
    if (make === undefined) throw new Error(`No agent for ${operation}`)
    try {
      return make()
    } catch (error) {
      const what = 'the variable https_proxy or http_proxy holds no readable address'
      throw new NetworkFault(what, { nothingSent: true }, error)
    }
  }

  /** On `Clock.now`. */
  get throttledUntil(): number {
    return this.#throttledUntil
  }

  get timeoutMs(): number {
    return this.#answered ? this.#timeouts.afterwardsMs : this.#timeouts.untilFirstAnswerMs
  }

  noteAnswer(throttled: boolean): void {
    this.#answered = true
    this.#admit()
    if (!throttled) this.#throttlesInRow = 0
  }

  /** Nobody sends before `until`. */
  throttle(until: number): void {
    this.#throttledUntil = Math.max(this.#throttledUntil, until)
  }

  /** Returns how many throttled answers came in a row, this one included. */
  noteThrottled(): number {
    this.#throttlesInRow += 1
    return this.#throttlesInRow
  }

  /** Returns true when the host has failed so often before its first answer that no further try makes sense. */
  noteFailure(message = '', invalidResponse = false): boolean {
    if (this.#answered) return false
    this.#failuresBeforeFirstAnswer += 1
    this.#lastFailure = message
    this.#lastWasInvalid = invalidResponse
    return this.exhausted
  }

  /** What the last failure before the first answer was. */
  get lastFailure(): string {
    return this.#lastFailure
  }

  /** True when that was an answer which could not be understood. */
  get lastWasInvalid(): boolean {
    return this.#lastWasInvalid
  }

  get exhausted(): boolean {
    return !this.#answered && this.#failuresBeforeFirstAnswer >= TRIES_BEFORE_FIRST_ANSWER
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
  readonly #userAgent: string
  readonly #timeouts: RequestTimeouts

  constructor(userAgent: string, timeouts: RequestTimeouts = TIMEOUTS) {
    this.#userAgent = userAgent
    this.#timeouts = timeouts
  }

  of(url: URL): Host {
    const known = this.#byOrigin.get(url.origin)
    if (known !== undefined) return known
    const host = new Host(url.origin, this.#userAgent, this.#timeouts)
    this.#byOrigin.set(url.origin, host)
    return host
  }
}
