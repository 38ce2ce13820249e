import { describe, expect, it } from 'vitest'
import { type PostPorts, postFinal, postPending } from '../../src/ci/commit-status.ts'
import type { CommitStatus } from '../../src/github/routes.ts'
import type { StatusResult } from '../../src/github/status.ts'
import type { Deadline } from '../../src/ports.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { inEnglish } from '../../testing/in-english.ts'

const STATUS: CommitStatus = {
  context: 'precheck-gate/a',
  state: 'pending',
  description: '',
  targetUrl: null,
}
const POSTED: StatusResult = { kind: 'posted' }
const lost = (waitMs: number | null = null, mayComeLate = false): StatusResult => ({
  kind: 'lost',
  why: verbatim('Could not post.'),
  waitMs,
  mayComeLate,
})
const SILENT = { notices: [], mayComeLate: false }

/** A GitHub that gives these results in turn, the last one for ever; `at` is when it was asked. */
function gitHub(results: readonly StatusResult[], cancelled = new AbortController().signal) {
  const clock = new FakeClock()
  const at: number[] = []
  const post = async () => {
    at.push(clock.now())
    return results[Math.min(at.length, results.length) - 1] ?? POSTED
  }
  const ports: PostPorts = { clock, cancelled, post }
  return { clock, at, ports }
}

describe('the first status', () => {
  it('is posted once when that works, and there is nothing to say of it', async () => {
    const { at, ports } = gitHub([POSTED])
    expect(await postPending(STATUS, ports).settle()).toEqual(SILENT)
    expect(at).toHaveLength(1)
  })

  it('is tried again with growing pauses while the pre-check runs, and then nothing is lost', async () => {
    const { clock, at, ports } = gitHub([lost(), lost(), lost(), POSTED])
    const begunAt = clock.now()
    const pending = postPending(STATUS, ports)
    await clock.advance(60_000)
    expect(at.map(time => time - begunAt)).toEqual([0, 2_000, 6_000, 14_000])
    expect(await pending.settle()).toEqual(SILENT)
  })

  it('waits as GitHub asks for', async () => {
    const { clock, at, ports } = gitHub([lost(30_000), POSTED])
    const begunAt = clock.now()
    const pending = postPending(STATUS, ports)
    await clock.advance(60_000)
    expect(at.map(time => time - begunAt)).toEqual([0, 30_000])
    await pending.settle()
  })

  it('that never worked is a warning, and is tried no more once the pre-check has ended', async () => {
    const { clock, at, ports } = gitHub([lost()])
    const pending = postPending(STATUS, ports)
    expect((await pending.settle()).notices).toEqual([
      { level: 'warning', text: verbatim('Could not post.') },
    ])
    const tries = at.length
    await clock.advance(600_000)
    expect(at).toHaveLength(tries)
  })

  it('may come late where one try of it went without an answer, though another got through', async () => {
    const { clock, ports } = gitHub([lost(null, true), POSTED])
    const pending = postPending(STATUS, ports)
    await clock.advance(60_000)
    expect(await pending.settle()).toEqual({ notices: [], mayComeLate: true })
  })

  it('that a later run has spoken after is not tried again', async () => {
    const { clock, at, ports } = gitHub([{ kind: 'superseded', why: verbatim('later') }])
    const pending = postPending(STATUS, ports)
    await clock.advance(60_000)
    expect(at).toHaveLength(1)
    expect((await pending.settle()).notices).toEqual([{ level: 'warning', text: verbatim('later') }])
  })

  it('that is under way is waited for, and cut off only when that takes too long', async () => {
    const { clock, ports } = gitHub([])
    let isCutOff = false
    const post = (_: CommitStatus, { signal }: Deadline) =>
      new Promise<StatusResult>(resolve => {
        signal.addEventListener('abort', () => {
          isCutOff = true
          resolve(lost(null, true))
        })
      })
    const settled = postPending(STATUS, { ...ports, post }).settle()
    await clock.advance(1_900)
    expect(isCutOff).toBe(false)
    await clock.advance(200)
    expect(inEnglish(await settled)).toMatchObject({ notices: [{ level: 'warning' }], mayComeLate: true })
    expect(isCutOff).toBe(true)
  })
})

describe('the final status', () => {
  const inMinutes = (clock: FakeClock, minutes: number) => clock.now() + minutes * 60_000

  it('waits for as long as GitHub asks while the deadline is far', async () => {
    const { clock, at, ports } = gitHub([lost(60_000), lost(90_000), POSTED])
    const begunAt = clock.now()
    const result = postFinal(STATUS, inMinutes(clock, 10), ports)
    await clock.advance(600_000)
    expect(await result).toEqual(POSTED)
    expect(at.map(time => time - begunAt)).toEqual([0, 60_000, 150_000])
  })

  it('is lost when the wait would end after the deadline, when none was asked for, and after a signal', async () => {
    const late = gitHub([lost(60_000)])
    expect(await postFinal(STATUS, inMinutes(late.clock, 1), late.ports)).toEqual(lost(60_000))
    const refused = gitHub([lost()])
    expect(await postFinal(STATUS, inMinutes(refused.clock, 30), refused.ports)).toEqual(lost())
    const cancelled = gitHub([lost(1_000)], AbortSignal.abort())
    expect(await postFinal(STATUS, inMinutes(cancelled.clock, 30), cancelled.ports)).toEqual(lost(1_000))
  })
})
