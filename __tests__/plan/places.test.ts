import { describe, expect, it } from 'vitest'
import { KEYS, OTHER_TASK, planWith, TASK } from './planning.ts'

const CONFIG = `version: 1
targets:
  - name: a
    service: drs
    region: cn-north-4
    project-id: p1
    job-ids:
      - ${TASK}
      - id: ${OTHER_TASK}
        label: archive
  - { name: b, service: ddm, region: cn-north-4, project-id: p1,
      instance-id: in09,
      database: orders,
      request: { new_shard_number: "9" } }
  - name: c
    service: oms
    endpoint: https://oms.example.com:8089
    request:
      name: np_made
`

const places = async (file: string, values: Parameters<typeof planWith>[0] = {}) => {
  const given = { ...KEYS, config: file, 'oms-user': 'u', 'oms-password': 'secret-password', ...values }
  const around = {
    workspace: { [file]: CONFIG },
    refs: { [`${file}@main`]: { kind: 'found', text: CONFIG } as const },
  }
  const { plan, problems, report } = await planWith(
    { ...given, 'allowed-hosts': 'oms.example.com:8089' },
    around,
  )
  expect(problems).toEqual([])
  const found =
    plan?.targets.flatMap(({ name, tasks }) => tasks.map(({ id }) => plan.placeOf(name, id))) ?? []
  return { lines: found.map(place => place?.line), files: new Set(found.map(place => place?.file)), report }
}

describe('a task stands in the config file', () => {
  it('in the line of its id, else of its schema or request', async () => {
    expect((await places('ci/precheck.yml')).lines).toEqual([8, 9, 13, 19])
  })

  it('whose path is said as the repository has it', async () => {
    expect((await places('./ci//precheck.yml')).files).toEqual(new Set(['ci/precheck.yml']))
  })

  it('which is that of the checked-out commit unless a ref is given', async () => {
    expect((await places('ci.yml')).report.configIsCheckedOut).toBe(true)
    expect((await places('ci.yml', { 'config-ref': 'workspace' })).report.configIsCheckedOut).toBe(true)
    const atRef = await places('ci.yml', { 'config-ref': 'main' })
    expect([atRef.report.configIsCheckedOut, atRef.lines[0]]).toEqual([false, 8])
  })

  it('and nowhere when inputs name it', async () => {
    const { plan } = await planWith({
      ...KEYS,
      service: 'drs',
      'job-ids': TASK,
      region: 'cn-north-4',
      'project-id': 'p',
    })
    expect(plan?.placeOf('drs', TASK)).toBeNull()
  })
})
