import * as z from 'zod'
import { parsedJson } from '../files/json.ts'
import { isFinding } from '../precheck/fingerprint.ts'
import { DECISIONS, ITEM_STATUSES } from '../precheck/model.ts'
import type { EarlierReport } from './baseline.ts'

/** Only what is compared: a report of another minor version may say more, or less, elsewhere. */
const item = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(ITEM_STATUSES),
  reason: z.string().nullable(),
})
const task = z.object({ id: z.string(), items: z.array(item) })
const target = z.object({ name: z.string(), service: z.string(), tasks: z.array(task) })
const versioned = z.object({ schemaVersion: z.unknown() })
const earlierSchema = z.object({
  finishedAt: z.iso.datetime(),
  gate: z.object({ decision: z.enum(DECISIONS) }),
  targets: z.array(target),
})

const KNOWN_VERSION = 1

/** Returns what an earlier `report.json` found. Throws what is wrong with it, without quoting it. */
export function parseEarlierReport(text: string): EarlierReport {
  const content = parsedJson(text)
  if (content === undefined) throw new Error('it is not JSON')
  const version = versioned.safeParse(content)
  if (!version.success || version.data.schemaVersion === undefined)
    throw new Error('it is no report.json of this gate')
  if (version.data.schemaVersion !== KNOWN_VERSION)
    throw new Error(
      `its schemaVersion is not ${KNOWN_VERSION}, the only one that this version of the gate knows`,
    )
  const { data } = earlierSchema.safeParse(content)
  if (data === undefined) throw new Error('it does not have the shape of a report.json')
  const findings = data.targets.flatMap(({ name, service, tasks }) =>
    tasks.flatMap(one =>
      one.items
        .filter(({ status }) => isFinding(status))
        .map(({ id, ...rest }) => ({ target: name, service, task: one.id, item: id, ...rest })),
    ),
  )
  return { finishedAt: data.finishedAt, decision: data.gate.decision, findings }
}
