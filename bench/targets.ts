/** What the figures have to reach. */

export interface Target {
  readonly name: string
  readonly value: number
  readonly atMost: number
  readonly met: boolean
  /** From here on a missed target fails the run; infinite for absolute amounts, which depend on the machine. */
  readonly failsOver: number
}

/** A ratio or a count. `failsOver` is higher where the target is not reached yet, so that it gets no worse. */
export function atMost(name: string, value: number, limit: number, failsOver: number = limit): Target {
  return { name, value, atMost: limit, met: value <= limit, failsOver }
}

/** An absolute amount, such as memory: reported, but no reason to fail. */
export function absoluteAtMost(name: string, value: number, limit: number): Target {
  return atMost(name, value, limit, Number.POSITIVE_INFINITY)
}

export function failed(targets: readonly Target[]): boolean {
  return targets.some(target => !(target.value <= target.failsOver))
}
