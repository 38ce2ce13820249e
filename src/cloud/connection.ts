import type { Clock, Deadline, Random } from '../ports.ts'
import { networkAdvice } from './advice.ts'
import { type Answered, type Call, readAnswer, waitToldBy } from './answer.ts'
import type { CredentialGate } from './credential.ts'
import { ApiFault } from './fault.ts'
import type { Host, Hosts } from './hosts.ts'
import { exchange, type HttpAnswer, NetworkFault } from './http.ts'
import { retryDelay } from './retry.ts'

export interface ConnectionPorts {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
  readonly hosts: Hosts
  /** Counts one HTTP request, tries included. */
  readonly countRequest: (isPoll: boolean) => void
  readonly userAgent: string
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

  /** Makes one try of a call, with one repetition after a renewed credential. Throws `ApiFault`. */
  async call<T>(call: Call<T>): Promise<Answered<T>> {
    const host = this.#ports.hosts.of(call.url)
    const gate = this.#gate
    try {
      if (gate === null) return await this.#attempt(call, host)
      return await gate.run(() => this.#attempt(call, host))
    } catch (error) {
      if (!(error instanceof ApiFault) || error.kind !== 'authentication-failed' || gate === null) throw error
      throw authenticationFault(error, call.doing, gate)
    }
  }

  async #attempt<T>(call: Call<T>, host: Host): Promise<Answered<T>> {
    return host.inTurn(async () => {
      await this.#untilNotThrottled(call, host)
      const answer = await this.#send(call, host)
      try {
        const answered = readAnswer(call, answer, this.#ports.clock.date())
        host.noteAnswer(false)
        return answered
      } catch (error) {
        if (error instanceof ApiFault) throw this.#noted(error, answer, host)
        throw error
      }
    })
  }

  async #untilNotThrottled<T>(call: Call<T>, host: Host): Promise<void> {
    const { clock, deadline } = this.#ports
    while (host.throttledUntil > clock.now() && !deadline.signal.aborted) {
      if (host.throttledUntil > deadline.at) throw throttledPastDeadline(call, host)
      await clock.sleep(host.throttledUntil - clock.now(), deadline.signal)
    }
  }

  async #send<T>(call: Call<T>, host: Host): Promise<HttpAnswer> {
    const { deadline, userAgent } = this.#ports
    const body = call.body === undefined ? '' : JSON.stringify(call.body)
    const json = call.body === undefined ? {} : { 'content-type': 'application/json' }
    const unsigned = { method: call.method, url: call.url, headers: { ...json, ...call.headers }, body }
    const headers = (await this.#gate?.credential.headersFor(unsigned)) ?? unsigned.headers
    this.#ports.countRequest(call.isPoll ?? false)
    try {
      return await exchange(
        {
          method: call.method,
          url: call.url,
          headers: { ...headers, 'user-agent': userAgent },
          body: body || null,
        },
        { agent: host.agent(call.operation), timeoutMs: host.timeoutMs, signal: deadline.signal },
      )
    } catch (error) {
      if (error instanceof NetworkFault) throw networkFault(call, error, host, deadline)
      throw error
    }
  }

  /** Keeps what an error answer says of its host: that it answers, that it is throttled, that it is hopeless. */
  #noted(fault: ApiFault, answer: HttpAnswer, host: Host): ApiFault {
    const { clock, deadline, random } = this.#ports
    if (fault.understood) host.noteAnswer(fault.throttled)
    if (fault.throttled) {
      const told = waitToldBy(answer, fault, clock.date())
      const retryAt = clock.now() + (told ?? retryDelay(host.noteThrottled(), random))
      host.throttle(retryAt)
      return fault.with({ retryAt, final: told !== null && retryAt > deadline.at })
    }
    return fault.kind === 'transient' && host.noteFailure() ? fault.with({ final: true }) : fault
  }
}

function networkFault<T>(call: Call<T>, fault: NetworkFault, host: Host, deadline: Deadline): ApiFault {
  const ended = deadline.signal.aborted
  return new ApiFault(
    {
      kind: 'transient',
      message: `Could not ${call.doing}: ${fault.what}.`,
      advice: networkAdvice(fault.what, call.url.host),
      nothingStarted: fault.nothingSent,
      invalidResponse: fault.tooLarge,
      final: !ended && host.noteFailure(),
    },
    fault,
  )
}

function throttledPastDeadline<T>(call: Call<T>, host: Host): ApiFault {
  return new ApiFault({
    kind: 'transient',
    message: `Could not ${call.doing}: ${call.url.host} throttles this client until after the deadline of the step.`,
    advice: 'Run fewer gates at the same time, or raise timeout-minutes.',
    nothingStarted: true,
    throttled: true,
    understood: true,
    retryAt: host.throttledUntil,
    final: true,
  })
}

/** The fault of one call ends the credential for all, so each says what it was doing itself. */
function authenticationFault(fault: ApiFault, doing: string, gate: CredentialGate): ApiFault {
  const own = fault.message.startsWith(`Could not ${doing}:`)
  const message = own
    ? fault.message
    : `Could not ${doing}: ${gate.credential.label} was turned away. ${fault.message}`
  return fault.with({ message, advice: fault.advice ?? gate.credential.advice })
}
