import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { startSimulator } from '../../simulator/server.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { blocksOf, pageOf, ROOT, textOf } from './pages.ts'

/** The recipe for Terraform: what its files and its workflow say of each other. */

const workflow = textOf('examples/terraform.yml')
const tasks = textOf('examples/terraform/tasks/main.tf')
const start = textOf('examples/terraform/start/main.tf')

const [check = '', begin = '', ...others] = blocksOf(pageOf('docs/terraform.md'), 'sh')
const TASKS = ['140b5236-88ad-43c8-811c-1268453jb101', 'a281f62f-4631-45d6-a2d3-679a9f4jb105']

describe('the recipe for Terraform', () => {
  it('creates tasks that the provider neither checks nor starts', () => {
    expect(tasks).toMatch(/^ {2}is_start_job = false$/m)
    expect(tasks).toMatch(/^ {2}is_pre_check = false$/m)
  })

  it('wants the provider that can, everywhere', () => {
    for (const text of [tasks, start]) expect(text).toContain('version = ">= 1.98.0"')
    expect(pageOf('docs/terraform.md').text).toContain('1.98.0 and newer')
  })

  it('hands the ids on under one name', () => {
    expect(tasks).toContain('output "job_ids"')
    expect(workflow).toContain('terraform output -json job_ids')
    expect(workflow).toMatch(/job-ids: \$\{\{ needs\.create\.outputs\.job-ids \}\}/)
    expect(workflow).toMatch(/TF_VAR_job_ids: \$\{\{ needs\.create\.outputs\.job-ids \}\}/)
    expect(start).toContain('variable "job_ids"')
  })

  it('knows in its start no more of a task than its id', () => {
    expect(start.match(/^resource .*$/gm)).toEqual(['resource "huaweicloud_drs_start_job" "checked" {'])
    expect(start).not.toMatch(/^ {2}(?!for_each|job_id|required_providers|description|type|\})\w+ +=/m)
  })

  it('starts only behind a report that is fresh and of the gate that ran, as the page says', () => {
    const [, name = ''] = /^ +name: (\w+)\n +- if: always/m.exec(workflow) ?? []
    const merge = `merge precheck-report --expected ${name} --max-age-minutes 60`
    expect(name).toBe('orders')
    expect(workflow).toContain(`dist/cli.js ${merge}\n`)
    expect(workflow.indexOf(merge)).toBeLessThan(workflow.indexOf('working-directory: terraform/start'))
    expect([begin.trim(), ...others]).toEqual([`precheck-gate ${merge}`])
  })
})

describe.skipIf(process.platform === 'win32')('the commands of the page', () => {
  it('check the ids that Terraform prints', async () => {
    await inFolder(async (folder, inShell) => {
      expect(await inShell(check)).toMatchObject({ code: 0 })
      const report = readFileSync(path.join(folder, 'precheck-report/report.json'), 'utf8')
      const { targets } = reportSchema.parse(JSON.parse(report))
      expect(targets.flatMap(({ tasks: all }) => all.map(({ id }) => id))).toEqual(TASKS)
    })
  })

  it.each([
    [59, 0],
    [61, 3],
  ])('let the start go on behind a pass that is %i minutes old with exit code %i', async (minutes, code) => {
    await inFolder(async (folder, inShell) => {
      await inShell(check)
      const file = path.join(folder, 'precheck-report/report.json')
      const finishedAt = new Date(Date.now() - minutes * 60_000).toISOString()
      const aged = readFileSync(file, 'utf8').replace(
        /"finishedAt":\s*"[^"]+"/,
        `"finishedAt": "${finishedAt}"`,
      )
      writeFileSync(file, aged)
      expect(await inShell(begin)).toMatchObject({ code })
    })
  })

  it('stop the start behind a report of another run', async () => {
    await inFolder(async (_, inShell) => {
      await inShell(check)
      expect(await inShell(`export GITHUB_RUN_ID=4243\n${begin}`)).toMatchObject({ code: 3 })
    })
  })
})

type InShell = (commands: string) => Promise<{ readonly code: unknown; readonly said: string }>

/** In a folder of its own, with a `terraform` that prints what the real one does, and a run of a CI system around. */
async function inFolder(test: (folder: string, inShell: InShell) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-terraform-'))
  const timeline = [{ process: '100%', items: [{ item: 'binlog', result: 'PASSED' }] }]
  const simulator = await startSimulator({ scenario: { drs: TASKS.map(id => ({ id, timeline })) } })
  const { accessKeyId, secretAccessKey, projectId } = simulator.credentials
  writeFileSync(
    path.join(folder, 'terraform'),
    `#!/bin/sh\n[ "$*" = 'output -json job_ids' ] && printf '%s' '${JSON.stringify(TASKS)}'\n`,
    { mode: 0o755 },
  )
  const env = {
    PATH: [folder, path.dirname(process.execPath), process.env['PATH'] ?? ''].join(path.delimiter),
    CLI: path.join(ROOT, 'dist/cli.js'),
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/orders',
    GITHUB_RUN_ID: '4242',
    PRECHECK_NAME: 'orders',
    PRECHECK_ENDPOINT: simulator.url,
    PRECHECK_SETTLE_SECONDS: '0.5',
    PRECHECK_POLL_INTERVAL_SECONDS: '0.1',
    HW_PROJECT_ID: projectId,
    HW_ACCESS_KEY: accessKeyId,
    HW_SECRET_KEY: secretAccessKey,
  }
  const inShell: InShell = commands => {
    const script = `precheck_gate() { node "$CLI" "$@"; }\n${commands.replaceAll(/^precheck-gate/gm, 'precheck_gate')}`
    return new Promise(resolve =>
      execFile('sh', ['-e', '-c', script], { cwd: folder, env }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : error.code, said: stdout + stderr }),
      ),
    )
  }
  try {
    await test(folder, inShell)
  } finally {
    await simulator.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
