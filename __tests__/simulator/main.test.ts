import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../../simulator/main.ts', import.meta.url))
const run = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command; `onText` sees all that was printed so far. */
function finished(child: ChildProcess, onText: (text: string) => void = () => {}): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', chunk => {
    stdout += chunk
    onText(stdout)
  })
  child.stderr?.on('data', chunk => {
    stderr += chunk
  })
  return new Promise(resolve => child.once('close', code => resolve({ code, stdout, stderr })))
}

describe('the command', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints what a client needs, serves, and stops on %s',
    async signal => {
      const child = run('--port', '0', '--scenario', 'demo')
      let probe: Promise<number> | undefined
      const { code, stdout, stderr } = await finished(child, text => {
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0]
        if (!url || !text.includes('Ctrl-C')) return
        probe ??= fetch(`${url}/oms/health`).then(({ status }) => {
          child.kill(signal)
          return status
        })
      })
      expect({ code, stderr, health: await probe }).toEqual({ code: 0, stderr: '', health: 200 })
      expect(stdout).toContain("export HUAWEI_CLOUD_ACCESS_KEY_ID='SIMULATEDACCESSKEY01'")
      expect(stdout).toContain("export OMS_PASSWORD='simulated-oms-password'")
      expect(stdout).toContain('  140b5236-88ad-43c8-811c-1268453jb101')
      expect(stdout).toContain('  np_4w3a7c2e')
    },
  )

  it.each([
    ['an unknown option', ['--prot', '1'], "Unknown option '--prot'"],
    ['a port that is none', ['--port', '70000'], 'No port: 70000'],
    ['a scenario that is none', ['--scenario', 'nope'], 'No scenario nope'],
  ])('explains %s without a stack', async (_words, args, text) => {
    const { code, stderr } = await finished(run(...args))
    expect(code).toBe(2)
    expect(stderr).toContain(text)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('prints the JSON schema of a scenario', async () => {
    const { code, stdout } = await finished(run('--schema'))
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toHaveProperty('properties.rateLimits')
  })
})
