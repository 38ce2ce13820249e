import assert from 'node:assert/strict'
import * as z from 'zod'
import type { Case } from './case.ts'
import { askUntil, documented, type Play, SCHEMA } from './sdk-play.ts'

/** DDM through one of the vendor's SDKs. */
export function sdkDdmCases(play: Play): readonly Case[] {
  return [lateItems(play), jobOfOthers(play)]
}

const ddmAnswer = z.object({ job_id: z.string(), pre_check_results: z.array(z.unknown()) })
const answered = z.object({ status: z.number(), body: ddmAnswer })

const late = {
  name: 'Time zone of database instances',
  status: 'WARN',
  note: 'Time zones differ.',
  handling_suggestion: 'Set one time zone.',
  error_message: '',
  error_detail_message: '',
}

const lateItems = (play: Play): Case => ({
  name: 'DDM: the items of the start and those that come later arrive as the scenario has them',
  run: () =>
    play(
      {
        ddm: [
          { ...SCHEMA, start: { payload: 'ddm' }, timeline: [{ items: [] }, { at: 300, items: [late] }] },
        ],
      },
      async ask => {
        const [first] = await ask([{ operation: 'ddm.start', ...SCHEMA }])
        const { status, body: started } = answered.parse(first)
        assert.equal(status, 202)
        assert.deepEqual(
          started.pre_check_results,
          ddmAnswer.parse(documented('ddm-result.json')).pre_check_results,
        )
        const read = await askUntil(ask, { operation: 'ddm.read', ...SCHEMA, job: started.job_id }, late.name)
        assert.deepEqual(read, {
          status: 200,
          body: { job_id: started.job_id, pre_check_results: [late] },
        })
      },
    ),
})

const jobOfOthers = (play: Play): Case => ({
  name: "DDM: a job that began elsewhere reads as the vendor's documented answer",
  run: () => {
    const { job_id: job } = ddmAnswer.parse(documented('ddm-result.json'))
    return play({ ddm: [{ ...SCHEMA, jobs: [{ id: job, timeline: [{ payload: 'ddm' }] }] }] }, async ask => {
      const [read] = await ask([{ operation: 'ddm.read', ...SCHEMA, job }])
      assert.deepEqual(read, { status: 200, body: documented('ddm-result.json') })
    })
  },
})
