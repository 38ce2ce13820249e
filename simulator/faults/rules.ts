import type { ApiRequest } from '../http.ts'
import { fitsPattern, type Operation } from '../operations.ts'
import type { Fault, Rule } from '../scenario/faults.ts'

/** Chooses the fault of a request and counts it; every rule counts the requests that fit it. */
export type FaultPicker = (operation: Operation, request: ApiRequest) => Fault | null

/** A picker over the rules: of those that hold, the first one wins. */
export function createFaultPicker(rules: readonly Rule[], startedAt: number): FaultPicker {
  const counted = rules.map(rule => ({ rule, calls: 0 }))
  return (operation, request) => {
    let chosen: Fault | null = null
    for (const entry of counted) {
      if (!fits(entry.rule, operation, request)) continue
      entry.calls += 1
      if (chosen === null && holds(entry.rule, entry.calls, request.now - startedAt))
        chosen = entry.rule.fault
    }
    return chosen
  }
}

function fits({ when }: Rule, operation: Operation, request: ApiRequest): boolean {
  return (
    (when.operation === undefined || when.operation.some(pattern => fitsPattern(operation, pattern))) &&
    (when.host === undefined || fitsPattern(request.headers['host'] ?? '', when.host)) &&
    (when.path === undefined || fitsPattern(request.target, when.path)) &&
    (when.bodyContains === undefined || request.body.includes(when.bodyContains))
  )
}

function holds({ when }: Rule, call: number, elapsedMs: number): boolean {
  if (elapsedMs < (when.fromMs ?? 0) || elapsedMs >= (when.untilMs ?? Number.POSITIVE_INFINITY)) return false
  if (when.share !== undefined && chanceOf(when.seed, call) >= when.share) return false
  if (when.calls === undefined) return true
  if (typeof when.calls === 'number') return call === when.calls
  return call >= when.calls.from && call <= (when.calls.to ?? Number.POSITIVE_INFINITY)
}

/** A number from 0 to 1 for the nth request, the same whenever it is asked for (the end of MurmurHash3). */
function chanceOf(seed: number, call: number): number {
  let mixed = Math.imul(seed, 0x9e37_79b1) ^ call
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}
