import { expect, it } from 'vitest'
import { check } from '../../src/check/check.ts'
import { Secrets } from '../../src/cloud/secrets.ts'
import { startDeadline } from '../../src/deadline.ts'
import { METHODS } from '../../src/identity/methods.ts'
import { OMS } from '../../src/identity/oms-basic.ts'
import { Inputs } from '../../src/plan/inputs.ts'
import { makePlan, planReport } from '../../src/plan/plan.ts'
import { Problems } from '../../src/plan/problems.ts'
import { systemClock } from '../../src/ports.ts'
import { judge } from '../../src/precheck/judge.ts'
import type { CheckItem } from '../../src/precheck/model.ts'
import type { ServiceDefinition } from '../../src/services/definition.ts'
import { SERVICES } from '../../src/services/registry.ts'

/** A service that lives in this test alone: all that a new folder under src/services/ has to hold. */
const item: CheckItem = {
  id: 'schemaIsReadable',
  baseId: 'schemaIsReadable',
  topic: 'schemaIsReadable',
  name: 'Schema is readable',
  group: null,
  status: 'failed',
  rawStatus: 'NO',
  reason: 'NO_GRANT',
  detail: null,
  suggestion: 'Grant SELECT.',
  subJobs: [],
  skippable: null,
  skipConsequence: null,
  blackObjects: null,
}
const fourth: ServiceDefinition = {
  name: 'fourth',
  credential: OMS,
  uses: () => ['job-ids', 'mode', 'endpoint'],
  settleSeconds: () => null,
  plan: ({ name, mode, tasks, endpoint }, { problem }) => {
    if (endpoint === null) problem('endpoint: missing')
    if (endpoint === null) return null
    const target = { name, mode, tasks, endpoint, service: 'fourth', credential: OMS }
    const picture = { precheckId: 'run-1', progress: 100, overall: 'none' as const, items: [item] }
    return {
      ...target,
      projectId: null,
      region: null,
      connect: async () => ({
        batchSize: 1,
        start: async started =>
          started.map(task => ({ kind: 'started', task, precheckId: 'run-1', boundById: true })),
        read: async read =>
          read.map(task => ({
            kind: 'answer',
            task,
            facts: {
              ...{ picture, finished: true, identity: { kind: 'own' }, evidence: 'none' },
              ...{ unreadable: null, standing: null },
            },
          })),
      }),
    }
  },
}

it('a fourth service needs a definition and its line in the registry, nothing else', async () => {
  const values: Readonly<Record<string, string>> = {
    service: 'fourth',
    'job-ids': 'one',
    endpoint: 'https://fourth.example.com',
    'oms-user': 'admin',
    'oms-password': 'fake-password-of-a-test',
    'poll-interval-seconds': '0.1',
  }
  const inputs = new Inputs(name => values[name] ?? '')
  const problems = new Problems()
  const plan = await makePlan(inputs, planReport(inputs, problems), {
    environment: {},
    services: [...SERVICES, fourth],
    methods: METHODS,
    problems,
    unavailable: new Problems(),
    defaultWaivers: { from: 'workspace' },
    addSecret: () => undefined,
    warn: () => undefined,
    files: {
      readWorkspace: async () => ({ kind: 'absent' }),
      readAnywhere: async () => ({ kind: 'absent' }),
      readAtRef: async () => ({ kind: 'absent' }),
      protectionOf: async () => ({ kind: 'unprotected' }),
    },
  })
  expect(problems.all).toEqual([])
  if (plan === null) throw new Error('There is no plan')
  const deadline = startDeadline(5_000, systemClock, null)
  const checked = await check(plan, {
    clock: systemClock,
    random: () => 0.5,
    deadline,
    secrets: new Secrets(() => undefined),
    environment: {},
    side: { isFork: false, fetchIdToken: () => Promise.reject(new Error('nobody asks for one')) },
    userAgent: 'test',
    notice: () => undefined,
    observe: () => undefined,
  })
  deadline.done()
  const verdict = judge(checked.targets, {
    failOn: 'failed',
    waivers: [],
    today: '2026-01-01',
    redact: text => text,
  })
  expect(verdict).toMatchObject({
    decision: 'failed',
    reasonCode: 'checks-failed',
    counts: { failed: 1, total: 1 },
  })
  expect(verdict.targets).toMatchObject([
    { service: 'fourth', tasks: [{ task: { id: 'one' }, items: [item] }] },
  ])
})
