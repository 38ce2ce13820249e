import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

/** In a process of its own, because the flags hold for good. */
function peakMebibytes(note: number): number {
  const program = `
    import { readFileSync } from 'node:fs'
    const { MemorySaver } = await import(${JSON.stringify(new URL('../../src/check/spare-memory.ts', import.meta.url).href)})
    const memory = new MemorySaver()
    for (let item = 0; item < ${note}; item += 1) memory.note(1)
    let kept = []
    for (let round = 0; round < 400_000; round += 1) {
      kept.push({ text: 'item ' + round, more: [round] })
      if (kept.length > 60_000) kept = []
    }
    const { maxRSS } = process.resourceUsage()
    const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
    console.log(Number(/VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? maxRSS) / 1024)`
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }))
}

it('many check items are taken in less memory, few as fast as ever', () => {
  expect(peakMebibytes(5_000)).toBeLessThan(peakMebibytes(4_999) * 0.9)
})
