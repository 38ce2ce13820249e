import type { Answered, Call } from '../../src/cloud/answer.ts'
import { Connection, type ConnectionPorts } from '../../src/cloud/connection.ts'
import type { CredentialGate } from '../../src/cloud/credential.ts'
import { Hosts } from '../../src/cloud/host-health.ts'
import { exchange, type Transport } from '../../src/cloud/http.ts'

/** What goes on over the sockets of a test. */
export class Traffic {
  underWay = 0
  requests = 0
  polls = 0

  /** Returns the transport, watched. */
  watching(transport: Transport): Transport {
    return async (...call) => {
      this.underWay += 1
      try {
        return await transport(...call)
      } finally {
        this.underWay -= 1
      }
    }
  }
}

/** Tells when calls are under way; one that only waits for its turn is not, or time could not go on. */
export class WatchedConnection extends Connection {
  readonly #traffic: Traffic

  constructor(
    gate: CredentialGate,
    traffic: Traffic,
    ports: Pick<ConnectionPorts, 'clock' | 'random' | 'deadline'>,
  ) {
    const { clock } = ports
    super(gate, {
      ...ports,
      clock: {
        now: () => clock.now(),
        date: () => clock.date(),
        sleep: async (ms, signal) => {
          traffic.underWay -= 1
          await clock.sleep(ms, signal)
          traffic.underWay += 1
        },
      },
      hosts: new Hosts(),
      transport: traffic.watching(exchange),
      countRequest: isPoll => {
        traffic.requests += 1
        traffic.polls += isPoll ? 1 : 0
      },
      userAgent: 'test',
      redactBeginning: (text, characters) => text.slice(0, characters),
    })
    this.#traffic = traffic
  }

  override async call<T>(call: Call<T>): Promise<Answered<T>> {
    this.#traffic.underWay += 1
    try {
      return await super.call(call)
    } finally {
      this.#traffic.underWay -= 1
    }
  }
}
