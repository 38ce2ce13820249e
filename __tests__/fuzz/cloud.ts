import type { Transport } from '../../src/cloud/http.ts'
import { NetworkFault } from '../../src/cloud/network-fault.ts'
import type { Clock } from '../../src/ports.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import type { Case, TargetCase } from './case.ts'
import type { Asked, AskedTarget, End, Exchange } from './oracle/exchange.ts'
import { type Asking, type Behaviour, type Reply, withTroubles } from './world.ts'
import { drsBehaviour } from './world-drs.ts'
import { ddmBehaviour, omsBehaviour } from './world-others.ts'

/** All services of a case behind one transport, and a record of everything that went over it. */

export interface Cloud {
  readonly transport: Transport
  readonly exchanges: readonly Exchange[]
  requests(): number
}

/** Times of answers never fall together with those of deadlines and signals, so that one order of events is right. */
const ODD_PART_OF_MS = 0.37

export function cloudOf(run: Case, asked: Asked, clock: Clock): Cloud {
  const exchanges: Exchange[] = []
  const rooms = asked.targets.flatMap((target, index) => {
    const own = run.targets[index]
    return own === undefined
      ? []
      : [{ target, latencies: own.latenciesMs, reply: withTroubles(own, behaviourOf(own, target)) }]
  })
  let sent = 0
  let requests = 0
  const transport: Transport = async ({ method, url, body }, { timeoutMs, signal }) => {
    const path = `${url.pathname}${url.search}`
    const room = rooms.find(({ target }) => path.startsWith(target.below))
    if (!signal.aborted) requests += 1
    if (room === undefined) return { status: 404, headers: {}, body: Buffer.from('nobody is here') }
    const sentAt = clock.now()
    const text = body ?? ''
    const record = (end: End) => void exchanges.push({ sentAt, method, path, body: text, end })
    if (signal.aborted) throw cutOff(true)
    const reply = room.reply({ action: actionOf(method, path), body: text, now: sentAt })
    const latency = (room.latencies[sent % room.latencies.length] ?? 0) + ODD_PART_OF_MS
    sent += 1
    await clock.sleep(Math.min(reply.kind === 'hang' ? timeoutMs : latency, timeoutMs), signal)
    if (signal.aborted) {
      record({ kind: 'cut-off', at: clock.now() })
      throw cutOff(false)
    }
    const at = clock.now()
    if (reply.kind === 'answer' && latency < timeoutMs) {
      record({ kind: 'answer', at, ...reply.answer })
      return { ...reply.answer, body: Buffer.from(reply.answer.body) }
    }
    const wasSent = isSent(reply)
    record({ kind: 'broken', at, sent: wasSent })
    throw new NetworkFault(verbatim('the connection failed'), { nothingSent: !wasSent })
  }
  return { transport, exchanges, requests: () => requests }
}

const isSent = (reply: Reply) => reply.kind !== 'broken' || reply.sent

const cutOff = (nothingSent: boolean) =>
  new NetworkFault(verbatim('the step ended before the answer came'), { nothingSent })

function actionOf(method: string, path: string): Asking['action'] {
  if (path.includes('Action=')) return path.endsWith('SubmitPreCheck') ? 'start' : 'result'
  return method === 'POST' && path.endsWith('precheck') ? 'start' : 'result'
}

function behaviourOf(target: TargetCase, asked: AskedTarget): Behaviour {
  switch (target.service) {
    case 'drs':
      return drsBehaviour(target, asked)
    case 'ddm':
      return ddmBehaviour(target, asked)
    case 'oms':
      return omsBehaviour(target, asked)
  }
}
