import type { Clock, Deadline, Random, RedactBeginning } from '../ports.ts'
import { inEach, inRow, type Sentence, told } from '../precheck/sentence.ts'
import { type Answered, type Call, readAnswer, THROTTLED_ADVICE, waitToldBy } from './answer.ts'
import type { CredentialGate, SignableRequest } from './credential.ts'
import type { Operation, ServiceErrors } from './error-table.ts'
import { ApiFault, sentenceOf } from './fault.ts'
import type { Host, Hosts } from './host-health.ts'
import { exchange, type HttpAnswer, type Transport } from './http.ts'
import { networkAdvice } from './network-advice.ts'
import { isHopeless, NetworkFault } from './network-fault.ts'
import { HOPELESS_TRIES, retryDelay, TRIES_BEFORE_FIRST_ANSWER } from './retry.ts'

export interface ConnectionPorts {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
  readonly hosts: Hosts
  /** Counts one HTTP request, tries included. */
  readonly countRequest: (isPoll: boolean) => void
  readonly userAgent: string
  readonly redactBeginning: RedactBeginning
  /** What codes mean in the answers to calls of the service with that table (`amongAll`); absent: the table alone says it. */
  readonly errorsOf?: (own: ServiceErrors | null) => ServiceErrors | null
  /** Absent: sockets. */
  readonly transport?: Transport
}

/** Makes API calls with one credential: one try each, in turn, throttled, classified. */
export class Connection {
  readonly #gate: CredentialGate | null
  readonly #ports: ConnectionPorts

  /** `gate` is null for calls that need no credential, such as asking for a token. */
  constructor(gate: CredentialGate | null, ports: ConnectionPorts) {
    this.#gate = gate
    this.#ports = ports
  }

  /** Gets a page that is no API, without a credential: one try, from which nothing is learned about its host. Throws `NetworkFault`. */
  getPage(url: URL, timeoutMs: number): Promise<HttpAnswer> {
    const { hosts, deadline, countRequest, transport = exchange } = this.#ports
    const agent = hosts.of(url).agent('start')
    countRequest(false)
    return transport(
      { method: 'GET', url, headers: {}, body: null },
      { agent, timeoutMs, signal: deadline.signal },
    )
  }

  /** Fetches what calls for a project need to prove who is calling, and makes none: one try. Throws `ApiFault`. */
  async signIn(url: URL, projectId: string): Promise<void> {
    await this.#gate?.prepare({ method: 'GET', url, headers: { 'X-Project-Id': projectId }, body: '' })
  }

  /** Makes one try of a call, with one repetition after a renewed credential. Throws `ApiFault`. */
  async call<T>(call: Call<T>): Promise<Answered<T>> {
    const host = this.#ports.hosts.of(call.url)
    const gate = this.#gate
    try {
      // Calls without a credential are what calls with one wait for, so they must not stand in line behind them.
      if (gate === null) return await this.#try(call, host)
      // In this order, so that a bad credential is known as one before the next call in line gets the turn.
      return await host.inTurn(() => gate.run(() => this.#try(call, host)))
    } catch (error) {
      throw error instanceof ApiFault ? inContext(error, call.doing, gate) : error
    }
  }

  async #try<T>(call: Call<T>, host: Host): Promise<Answered<T>> {
    const { clock, redactBeginning, errorsOf = own => own } = this.#ports
    if (await this.#isThrottledToTheEnd(host)) throw throttledPastDeadline(call, host)
    if (host.exhausted) throw hopeless(call, host)
    const { answer, signed } = await this.#send(call, host)
    const signedAt = signed ? clock.date() : null
    try {
      const answered = readAnswer(call, answer, errorsOf(call.errors ?? null), signedAt, redactBeginning)
      host.noteAnswer(call.operation, false)
      return answered
    } catch (error) {
      if (error instanceof ApiFault) throw this.#noted(error, answer, host, call.operation)
      throw error
    }
  }

  /** Waits until the host takes requests again. Returns true when that will be after the deadline. */
  async #isThrottledToTheEnd(host: Host): Promise<boolean> {
    const { clock, deadline } = this.#ports
    while (host.throttledUntil > clock.now() && !deadline.signal.aborted) {
      if (host.throttledUntil > deadline.at) return true
      await clock.sleep(host.throttledUntil - clock.now(), deadline.signal)
    }
    return false
  }

  async #send<T>(call: Call<T>, host: Host): Promise<{ answer: HttpAnswer; signed: boolean }> {
    const { deadline, userAgent, transport = exchange } = this.#ports
    const body = call.body === undefined ? '' : JSON.stringify(call.body)
    const json = call.body === undefined ? {} : { 'content-type': 'application/json' }
    const unsigned = { method: call.method, url: call.url, headers: { ...json, ...call.headers }, body }
    const headers = (await this.#credentialHeaders(unsigned)) ?? unsigned.headers
    if (!deadline.signal.aborted) this.#ports.countRequest(call.isPoll ?? false)
    try {
      const answer = await transport(
        {
          method: call.method,
          url: call.url,
          headers: { ...headers, 'user-agent': userAgent },
          body: body || null,
        },
        { agent: host.agent(call.operation), timeoutMs: host.timeoutMs, signal: deadline.signal },
      )
      return { answer, signed: 'X-Sdk-Date' in headers }
    } catch (error) {
      if (error instanceof NetworkFault) throw networkFault(call, error, host, deadline)
      throw error
    }
  }

  /** A fault here keeps the call from being sent at all, and says nothing about the credential's worth to the host. */
  async #credentialHeaders(request: SignableRequest): Promise<Readonly<Record<string, string>> | undefined> {
    this.#gate?.throwIfTurnedAway()
    try {
      return await this.#gate?.credential.headersFor(request)
    } catch (error) {
      throw error instanceof ApiFault ? error.with({ nothingStarted: true, understood: false }) : error
    }
  }

  /** Keeps what an error answer says of its host: that it answers, that it is throttled, that it is hopeless. */
  #noted(fault: ApiFault, answer: HttpAnswer, host: Host, operation: Operation): ApiFault {
    const { clock, deadline, random } = this.#ports
    if (fault.understood) host.noteAnswer(operation, fault.throttled)
    if (fault.throttled) {
      const told = waitToldBy(answer, fault, clock.date())
      const retryAt = clock.now() + (told ?? retryDelay(host.noteThrottled(operation), random))
      // Only a wait that we were told may end the tasks before the deadline does.
      host.throttle(told === null ? Math.min(retryAt, deadline.at) : retryAt)
      return fault.with({ retryAt, final: told !== null && retryAt > deadline.at })
    }
    return fault.kind === 'transient' && host.noteFailure(fault) ? fault.with({ final: true }) : fault
  }
}

function networkFault<T>(call: Call<T>, fault: NetworkFault, host: Host, deadline: Deadline): ApiFault {
  const { doing, url, addressInput = 'endpoint' } = call
  const what = inEach(in_ => told(`${in_(fault.what)}.`, `${in_(fault.what)}。`))
  const made = new ApiFault(
    {
      kind: 'transient',
      doing,
      what,
      advice: networkAdvice(fault.failure, url.host, addressInput),
      layer: fault.failure.layer,
      nothingStarted: fault.nothingSent,
      invalidResponse: fault.tooLarge,
    },
    fault,
  )
  if (deadline.signal.aborted) return made
  return made.with({ final: host.noteFailure(made, isHopeless(fault.failure)) })
}

/** What the tries of other calls have shown already; one more would only take longer to fail. */
function hopeless<T>({ doing, url }: Call<T>, host: Host): ApiFault {
  const last = host.lastFailure
  const tries = last?.layer === 'TLS' || last?.layer === 'proxy' ? HOPELESS_TRIES : TRIES_BEFORE_FIRST_ANSWER
  const nothing = told(
    `${url.host} has given no answer that makes sense in ${tries} tries.`,
    `${url.host} 在 ${tries} 次尝试中都没有给出有意义的应答。`,
  )
  const what = inRow(nothing, last && sentenceOf(last))
  return new ApiFault({
    kind: 'transient',
    doing,
    what,
    advice: last?.advice ?? null,
    layer: last?.layer ?? null,
    nothingStarted: true,
    invalidResponse: last?.invalidResponse ?? false,
    final: true,
  })
}

function throttledPastDeadline<T>({ doing, url }: Call<T>, host: Host): ApiFault {
  const what = told(
    `${url.host} throttles this client until after the deadline of the step.`,
    `${url.host} 对此客户端限流，直到步骤的截止时间之后。`,
  )
  return new ApiFault({
    kind: 'transient',
    doing,
    what,
    advice: THROTTLED_ADVICE,
    nothingStarted: true,
    throttled: true,
    understood: true,
    retryAt: host.throttledUntil,
    final: true,
  })
}

/**
 * The fault of one call can end the credential for all, and a fault in getting a credential ends whatever needed it:
 * each says what it was doing itself.
 */
function inContext(fault: ApiFault, doing: Sentence, gate: CredentialGate | null): ApiFault {
  const own = fault.doing === doing
  const usual = (fault.kind === 'authentication-failed' ? gate?.credential.advice : null) ?? null
  // What the answer to this very call advises (a clock that is off, the service's own words) comes first, not instead.
  const advice =
    own && fault.advice !== null && usual !== null ? inRow(fault.advice, usual) : (fault.advice ?? usual)
  if (own) return advice === fault.advice ? fault : fault.with({ advice })
  const { doing: inner, what } = fault
  if (inner === null || gate === null)
    return fault.with({ doing, what: sentenceOf(fault), advice, body: undefined })
  const { label } = gate.credential
  const both = inEach(in_ =>
    told(
      `${in_(doing)}: ${in_(label)} could not be used. Could not ${in_(inner)}`,
      `${in_(doing)}：无法使用${in_(label)}。无法${in_(inner)}`,
    ),
  )
  // What another call was answered with says nothing of this one.
  return fault.with({ doing: both, what, advice, body: undefined })
}
