import type { ListedWaiver, MissedWaiver, Verdict, WaiverNote } from './verdict.ts'
import { endsWithin14Days, type Waiver } from './waivers.ts'

/** Returns what the owners of waivers have to know: expired ones as warnings, those that end soon or matched nothing as notices. */
export function waiverNotices(
  waivers: readonly Waiver[],
  use: Verdict['waivers'],
  today: string,
): readonly { readonly level: 'warning' | 'notice'; readonly text: string }[] {
  return [
    ...use.expired.map(waiver => ({
      level: 'warning' as const,
      text: `${nameOf(waiver)} has expired and does not apply.`,
    })),
    ...endsWithin14Days(waivers, today).map(waiver => ({
      level: 'notice' as const,
      text: `${nameOf(waiver)} ends within 14 days.`,
    })),
    ...use.missed.map(waiver => ({
      level: 'warning' as const,
      text: `${nameOf(waiver)} does not apply: ${MISSED[waiver.why]}`,
    })),
    ...use.unused
      .filter(waiver => !use.missed.some(missed => isSame(missed, waiver)))
      .map(waiver => ({
        level: 'notice' as const,
        text: `${nameOf(waiver)} matched nothing.${whyOf(waiver, waivers)}`,
      })),
  ]
}

const MISSED: Readonly<Record<MissedWaiver['why'], string>> = {
  changed:
    'the finding has changed since it was accepted. Look at it again; to accept it as it is now, write its fingerprint from report.json.',
  'equal-names':
    'several items of the task have this name. To accept one of them, write its fingerprint from report.json.',
}

function isSame(one: ListedWaiver, other: ListedWaiver): boolean {
  return one.item === other.item && one.task === other.task && one.expires === other.expires
}

/** The status is what is most often overlooked, because it need not be written. */
function whyOf(unused: ListedWaiver, waivers: readonly Waiver[]): string {
  const { item, task, expires } = unused
  const own = waivers.filter(one => one.item === item && one.task === task && one.expires === expires)
  const isForWarnings = own.length > 0 && own.every(({ status }) => status === 'warning')
  return isForWarnings ? ' It covers warnings only; for a failed item write status: failed, or any.' : ''
}

function nameOf(waiver: WaiverNote & { readonly item: string; readonly task: string | null }): string {
  const task = waiver.task === null ? '' : ` on task ${waiver.task}`
  return `The waiver for ${waiver.item}${task} (owner ${waiver.owner}, last day ${waiver.expires})`
}
