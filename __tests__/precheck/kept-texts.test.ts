import { describe, expect, it } from 'vitest'
import { Secrets } from '../../src/cloud/secrets.ts'
import { KEPT_TEXT_BYTES, keepingTexts, keptText } from '../../src/precheck/kept-texts.ts'
import type { CheckItem, Problem } from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import type { PrecheckService } from '../../src/precheck/service.ts'
import { checkItem } from '../../testing/reports/fixtures.ts'
import { type ReadingState, readingOf } from './fake-service.ts'

const asItIs = (text: string, characters: number) => text.slice(0, characters)
const task = { id: 'task-1', label: null }

describe('a text', () => {
  it('of 64 KiB stays whole, and of a longer one the beginning and the count of the rest', () => {
    const whole = 'x'.repeat(KEPT_TEXT_BYTES)
    expect(keptText(whole, asItIs)).toBe(whole)
    const kept = keptText(`${whole}y`, asItIs)
    const [, beginning = '', more] = /^(x+)… \((\d+) more characters\)$/.exec(kept) ?? []
    expect(beginning.length + Number(more)).toBe(KEPT_TEXT_BYTES + 1)
    expect(beginning.length).toBeGreaterThan(KEPT_TEXT_BYTES - 100)
  })

  it.each(['é', '数', '😀', 'a😀'])(
    'of %s is kept to 64 KiB of UTF-8, and no character is cut in two',
    unit => {
      const kept = keptText(unit.repeat(100_000), asItIs)
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(KEPT_TEXT_BYTES)
      expect(Buffer.byteLength(kept)).toBeGreaterThan(KEPT_TEXT_BYTES - 100)
      expect(kept).toMatch(/^[é数😀a]+… \(\d+ more characters\)$/u)
    },
  )

  it('holds no part of a secret that stands across the cut', () => {
    const secret = 'simulated-secret-not-real'
    const secrets = new Secrets(() => {})
    secrets.add(secret)
    for (let before = KEPT_TEXT_BYTES - 90; before < KEPT_TEXT_BYTES; before += 1) {
      const kept = keptText(`${'x'.repeat(before)}${secret}${'y'.repeat(200)}`, secrets.redactBeginning)
      expect(kept).not.toMatch(/s[im]/)
    }
  })
})

describe('a service whose texts are kept', () => {
  const LONG = 'long '.repeat(20_000)
  const problem: Problem = {
    reason: 'service-error',
    code: 'C',
    message: verbatim(LONG),
    httpStatus: 400,
    requestId: 'r',
    advice: verbatim(LONG),
  }

  async function read(item: CheckItem, state: ReadingState = { kind: 'running', settling: false }) {
    const picture = { precheckId: 'p', progress: 100, overall: 'positive', items: [item] } as const
    const service: PrecheckService = {
      batchSize: 7,
      start: async () => [{ kind: 'started', task, precheckId: 'p', boundById: true, picture }],
      read: async () => [readingOf(task, { picture, state })],
    }
    const kept = keepingTexts(service, asItIs, () => {})
    expect(kept.batchSize).toBe(7)
    const [[started], [reading]] = await Promise.all([kept.start([task]), kept.read([task])])
    const shown = reading?.kind === 'answer' ? reading.facts.picture : null
    return { started, reading, item: shown?.items[0] }
  }

  it('leaves an item as it is whose texts are short', async () => {
    const item = checkItem({ detail: 'd', blackObjects: [{ a: ['b', 1, null] }, 'c'] })
    const kept = await read(item)
    expect(kept.item).toEqual(item)
    expect(kept.started).toMatchObject({ picture: { items: [item] } })
  })

  it('keeps every text of an item, and those of its parts', async () => {
    const subJobs = [{ id: LONG, name: LONG, status: LONG }]
    const texts = {
      name: LONG,
      group: LONG,
      reason: LONG,
      detail: LONG,
      suggestion: LONG,
      skipConsequence: LONG,
    }
    const { item } = await read(
      checkItem({ ...texts, id: LONG, baseId: LONG, rawStatus: LONG, subJobs, blackObjects: LONG }),
    )
    const left = JSON.stringify(item, (_, value: unknown) =>
      typeof value === 'string' && Buffer.byteLength(value) <= KEPT_TEXT_BYTES ? '' : value,
    )
    expect(left).not.toContain('long')
    expect(item?.detail).toContain('more characters')
  })

  it('gives all objects of an item the room of one text, and counts the others', async () => {
    const objects = Array.from({ length: 50_000 }, (_, at) => ({ table: `orders_${at}` }))
    const { item } = await read(checkItem({ blackObjects: { tables: objects } }))
    const written = JSON.stringify(item?.blackObjects)
    expect(Buffer.byteLength(written)).toBeLessThan(3 * KEPT_TEXT_BYTES)
    const counted = /"\((\d+) more\)"\]\}$/.exec(written)?.[1]
    expect((written.match(/orders_/g) ?? []).length + Number(counted)).toBe(50_000)
  })

  it('keeps the names of objects too', async () => {
    const { item } = await read(checkItem({ blackObjects: { [LONG]: { [LONG]: 1 } } }))
    expect(Buffer.byteLength(JSON.stringify(item?.blackObjects))).toBeLessThan(3 * KEPT_TEXT_BYTES)
  })

  it('counts items, keeps what passed in task after task once, and apart what differs in anything', async () => {
    const passed = checkItem({ group: 'network' })
    const others: readonly Partial<CheckItem>[] = [
      { group: 'other' },
      { name: null },
      { isEcho: true },
      { detail: 'seen' },
      { subJobs: [{ id: 'a', name: null, status: null }] },
      { blackObjects: [] },
      { status: 'failed' },
    ]
    const items = [passed, ...others.map(other => ({ ...passed, ...other }))]
    const picture = { precheckId: 'p', progress: 100, overall: 'positive', items } as const
    const counts: number[] = []
    const kept = keepingTexts(
      {
        batchSize: 1,
        start: async () => [],
        read: async () => [
          readingOf(task, { picture: structuredClone(picture), state: { kind: 'running', settling: false } }),
        ],
      },
      asItIs,
      count => counts.push(count),
    )
    const [[first], [second]] = [await kept.read([task]), await kept.read([task])]
    if (first?.kind !== 'answer' || second?.kind !== 'answer') throw new Error('the reading has changed')
    expect(second.facts.picture.items).toEqual(items)
    const shared = second.facts.picture.items.map((item, at) => item === first.facts.picture.items[at])
    expect(shared).toEqual([true, ...others.map(() => false)])
    expect(counts).toEqual([items.length, items.length])
  })

  it('keeps the words of a problem, and its code and request id stay', async () => {
    const { reading } = await read(checkItem(), { kind: 'ended', problem })
    if (reading?.kind !== 'ended') throw new Error('the reading has changed')
    expect(reading.problem).toMatchObject({ code: 'C', requestId: 'r', httpStatus: 400 })
    expect(Buffer.byteLength(reading.problem.message.in('en-us'))).toBeLessThanOrEqual(KEPT_TEXT_BYTES)
    expect(Buffer.byteLength(reading.problem.advice?.in('en-us') ?? '')).toBeLessThanOrEqual(KEPT_TEXT_BYTES)
  })
})
