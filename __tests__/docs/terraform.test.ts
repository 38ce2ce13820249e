import { describe, expect, it } from 'vitest'
import { blocksOf, pageOf, textOf } from './pages.ts'

/** The recipe for Terraform: what its files and its workflow say of each other. */

const workflow = textOf('examples/terraform.yml')
const tasks = textOf('examples/terraform/tasks/main.tf')
const start = textOf('examples/terraform/start/main.tf')

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
    expect(blocksOf(pageOf('docs/terraform.md'), 'sh').join('\n')).toContain(`precheck-gate ${merge}`)
  })
})
