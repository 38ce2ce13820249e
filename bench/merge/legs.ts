import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import * as path from 'node:path'
import { judge } from '../../src/precheck/judge.ts'
import { buildReport } from '../../src/report/build.ts'
import { jsonTexts } from '../../src/report/json-text.ts'
import { catalogueIn } from '../../testing/catalogue.ts'
import { manyItems } from '../scale/many-items.ts'

/** Reports of legs as large gates write them, for a merge to read. */

export const TASKS_PER_LEG = 500
export const ITEMS_PER_TASK = 40
export const legName = (leg: number) => `leg-${leg}`

/** Writes the reports of so many legs into a folder each; no two say the same of a finding. */
export function writeLegs(folder: string, count: number): void {
  for (let leg = 1; leg <= count; leg += 1) writeLeg(folder, leg)
}

function writeLeg(folder: string, leg: number): void {
  const now = new Date()
  const facts = {
    name: legName(leg),
    startedAt: now,
    finishedAt: now,
    requests: TASKS_PER_LEG,
    polls: TASKS_PER_LEG,
    problems: [],
    language: 'en-us',
    run: null,
    placeOf: () => null,
    earlier: null,
  } as const
  const targets = manyItems(TASKS_PER_LEG * ITEMS_PER_TASK, 'mixed', {
    itemsPerTask: ITEMS_PER_TASK,
    first: leg * TASKS_PER_LEG,
  })
  const verdict = judge(targets, {
    failOn: 'failed',
    waivers: [],
    today: now.toISOString().slice(0, 10),
    redact: text => text,
  })
  const report = buildReport(verdict, facts, catalogueIn('en-us'), text => text)
  const place = path.join(folder, legName(leg))
  mkdirSync(place, { recursive: true })
  const file = openSync(path.join(place, 'report.json'), 'w')
  for (const text of jsonTexts(report)) writeSync(file, text)
  closeSync(file)
}
