import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { expect, it } from 'vitest'
import { GitSide } from '../../src/ci/git-side.ts'
import { startDeadline } from '../../src/deadline.ts'
import { systemClock } from '../../src/ports.ts'

const nothing = () => undefined

it('git and what it starts see the environment without the secrets of the gate', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'precheck-git-'))
  const seen = path.join(folder, 'seen')
  writeFileSync(path.join(folder, 'git'), `#!/bin/sh\nenv > ${seen}\nexit 1\n`)
  chmodSync(path.join(folder, 'git'), 0o755)
  const secrets = {
    HUAWEI_CLOUD_SECRET_ACCESS_KEY: 'fake-secret-1',
    OMS_PASSWORD: 'fake-secret-2',
    PRECHECK_OMS_PASSWORD: 'fake-secret-3',
    PRECHECK_VARIABLES: '{"HW_SECRET_KEY":"fake-secret-4"}',
  }
  const environment = { PATH: `${folder}${path.delimiter}${process.env['PATH']}`, OMS_USER: 'me', ...secrets }
  const side = new GitSide(
    {
      runner: {
        environment,
        tempDir: folder,
        workspace: folder,
        eventPayload: null,
        input: () => '',
        mask: nothing,
        log: nothing,
        conclude: nothing,
        annotate: nothing,
        setOutputs: async () => undefined,
        writeSummary: async () => undefined,
      },
      clock: systemClock,
      random: () => 0.5,
      userAgent: 'test',
      cancelled: new AbortController().signal,
      redactBeginning: text => text,
      log: nothing,
    },
    [],
  )
  const deadline = startDeadline({ ms: 5_000 }, systemClock, null)
  await side.files(deadline).readAtRef('waivers.yml', 'main')
  deadline.done()
  const env = readFileSync(seen, 'utf8')
  rmSync(folder, { recursive: true })
  expect(env).toContain('OMS_USER=me')
  expect(env).not.toContain('fake-secret')
})
