import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { inEnglish } from '../../testing/in-english.ts'
import { world } from './loopback.ts'

// In a file of its own: a module that failed to load fails for the rest of the process.
test('@actions/github is loaded only when something is asked, and its failure to load is a fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'event-'))
  const file = join(folder, 'event.json')
  writeFileSync(file, 'hunter2 is no JSON')
  vi.stubEnv('GITHUB_EVENT_PATH', file)

  const { github } = world('http://127.0.0.1:9')
  const answer = await github.headSha(1)
  rmSync(folder, { recursive: true })
  vi.unstubAllEnvs()

  expect(inEnglish(answer)).toMatchObject({
    ok: false,
    fault: { kind: 'rejected', what: expect.stringContaining('GITHUB_EVENT_PATH') },
  })
  expect(JSON.stringify(answer)).not.toContain('hunter2')
})
