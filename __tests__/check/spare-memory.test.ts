import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

/** In a process of its own, because the flags hold for good. */
function peakMebibytes(work: string, note: number): number {
  const program = `
    import { readFileSync } from 'node:fs'
    const { MemorySaver } = await import(${JSON.stringify(new URL('../../src/check/spare-memory.ts', import.meta.url).href)})
    const memory = new MemorySaver('${work}')
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

it.each(['gate', 'merge'])('many check items of a %s are taken in less memory, few as fast as ever', work => {
  expect(peakMebibytes(work, 5_000)).toBeLessThan(peakMebibytes(work, 4_999) * 0.9)
})
