import * as z from 'zod/mini'
import type { Answered, Call } from '../../../src/cloud/answer.ts'
import { Connection } from '../../../src/cloud/connection.ts'
import { Hosts } from '../../../src/cloud/host-health.ts'
import { RunIds } from '../../../src/precheck/run-ids.ts'
import type { PrecheckService } from '../../../src/precheck/service.ts'
import { DrsService } from '../../../src/services/drs/drs.ts'
import { DRS_ERRORS } from '../../../src/services/drs/errors.ts'
import { deadlineIn, FakeClock } from '../../../testing/fake-clock.ts'

/** The DRS service alone, on answers that a test writes: what no simulator would send, and bugs of our own. */

/** What the nth call (from 1) of an operation gives: a body, or something to throw. */
export type Script = (operation: 'start' | 'read', nth: number) => unknown

class ScriptedConnection extends Connection {
  readonly #script: Script
  readonly #made = { start: 0, read: 0 }

  constructor(script: Script, clock: FakeClock) {
    const ports = { clock, random: () => 0, deadline: deadlineIn(clock, 1), hosts: new Hosts() }
    const redactBeginning = (text: string) => text
    super(null, { ...ports, countRequest: () => undefined, userAgent: 'test', redactBeginning })
    this.#script = script
  }

  get made(): { readonly start: number; readonly read: number } {
    return this.#made
  }

  override async call<T>(call: Call<T>): Promise<Answered<T>> {
    this.#made[call.operation] += 1
    const answer = this.#script(call.operation, this.#made[call.operation])
    if (answer instanceof Error) throw answer
    const httpStatus = call.operation === 'start' ? 202 : 200
    return {
      value: z.parse(call.schema, answer),
      httpStatus,
      requestId: 'r-1',
      headers: {},
      errors: DRS_ERRORS,
      body: answer,
    }
  }
}

export interface Scripted {
  readonly service: PrecheckService
  readonly clock: FakeClock
  readonly made: { readonly start: number; readonly read: number }
  readonly notices: readonly (readonly [level: string, text: string])[]
}

/** Returns a service of which nothing has been asked yet; `ended` when the step is over before. */
export function scripted(
  script: Script,
  { mode = 'run', ended = false, settleMs = 1_000 }: Settings = {},
): Scripted {
  const clock = new FakeClock()
  const connection = new ScriptedConnection(script, clock)
  const deadline = deadlineIn(clock, 600_000)
  if (ended) deadline.cancel()
  const notices: (readonly [string, string])[] = []
  const runIds = new RunIds()
  for (const id of ['a', 'b']) runIds.claim(id, id)
  const common = { language: 'en-us', precheckMode: 'forStartJob' as const }
  const access = { connection, projectId: 'p', runIds, ...common }
  const service = new DrsService(
    { ...access, endpoint: new URL('https://drs.example.com') },
    { mode, settleMs },
    {
      ...{ connection, clock, random: () => 0, deadline, pauseMs: 500, projectId: 'p', runIds },
      notice: (level, text) => void notices.push([level, text.in('en-us')]),
    },
  )
  return { service, clock, made: connection.made, notices }
}

export interface Settings {
  readonly mode?: 'run' | 'query'
  readonly ended?: boolean
  readonly settleMs?: number
}
