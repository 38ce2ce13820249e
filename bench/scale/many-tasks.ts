import { startSimulator } from '../../simulator/server.ts'
import { gateProgram, run } from '../start-up/programs.ts'
import { taskId } from './task-id.ts'

/** The built action over more and more DRS tasks, in real time and against a simulator that throttles nobody. */

export interface ManyTasks {
  readonly tasks: number
  readonly ms: number
  readonly requests: number
  readonly finished: number
}

/** Over before the first read, so that the time is the gate's own and one second of waiting. */
const DURATION_MS = 200
const PASSED = { item: 'srcDbConnection', result: 'PASSED', group: 'network' }
const PASSED_COUNT = /(?<count>[\d,]+) passed of/

/** Runs the gate once over so many tasks. Throws when it does not end with exit code 0. */
export async function checkManyTasks(tasks: number): Promise<ManyTasks> {
  const ids = Array.from({ length: tasks }, (_, index) => taskId(index))
  const timeline = [
    { at: 0, process: '0%', items: [] },
    { at: DURATION_MS, process: '100%', items: [PASSED] },
  ]
  const simulator = await startSimulator({ scenario: { drs: ids.map(id => ({ id, timeline })) } })
  try {
    const { ms, exitCode, log } = await run(gateProgram(simulator, ids, { mode: 'run' }))
    if (exitCode !== 0) throw new Error(`${tasks} tasks ended with ${exitCode}:\n${log.slice(-2_000)}`)
    const count = PASSED_COUNT.exec(log)?.groups?.['count'] ?? '0'
    return { tasks, ms, requests: simulator.requests.length, finished: Number(count.replaceAll(',', '')) }
  } finally {
    await simulator.close()
  }
}
