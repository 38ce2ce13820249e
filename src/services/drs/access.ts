import type { Connection } from '../../cloud/connection.ts'
import type { Task } from '../../precheck/model.ts'
import type { RunIds } from '../../precheck/run-ids.ts'
import { type Sentence, told } from '../../precheck/sentence.ts'
import type { PrecheckMode } from '../definition.ts'

/** What both versions of the API are called with. */
export interface DrsAccess {
  readonly connection: Connection
  readonly endpoint: URL
  readonly projectId: string
  readonly language: string
  readonly precheckMode: PrecheckMode
  readonly runIds: RunIds
}

/** Names the pre-check in messages. */
export function precheckOf(task: Task): Sentence {
  return told(`the DRS pre-check of task ${task.id}`, `任务 ${task.id} 的 DRS 预检查`)
}
