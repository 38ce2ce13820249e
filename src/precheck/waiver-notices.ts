import { inRow, type Sentence, told } from './sentence.ts'
import type { ListedWaiver, Verdict } from './verdict.ts'
import { endsWithin14Days, type Waiver } from './waivers.ts'

/** Returns what the owners of waivers have to know: expired ones as warnings, those that end soon or matched nothing as notices. */
export function waiverNotices(
  waivers: readonly Waiver[],
  use: Verdict['waivers'],
  today: string,
): readonly { readonly level: 'warning' | 'notice'; readonly text: Sentence }[] {
  const about = (
    level: 'warning' | 'notice',
    waiver: ListedWaiver,
    ...words: readonly (Sentence | null)[]
  ) => ({
    level,
    text: inRow(nameOf(waiver), ...words),
  })
  const isMissed = (waiver: ListedWaiver) => use.missed.some(missed => isSame(missed, waiver))
  return [
    ...use.expired.map(waiver => about('warning', waiver, EXPIRED)),
    ...endsWithin14Days(waivers, today).map(waiver => about('notice', waiver, ENDS_SOON)),
    ...use.missed.map(waiver => about('warning', waiver, MISSED[waiver.why])),
    ...use.unused
      .filter(waiver => !isMissed(waiver))
      .map(waiver => about('notice', waiver, UNUSED, whyOf(waiver, waivers))),
  ]
}

const EXPIRED = told('has expired and does not apply.', '已过期，不再生效。')
const ENDS_SOON = told('ends within 14 days.', '将在 14 天内到期。')
const UNUSED = told('matched nothing.', '没有匹配到任何检查项。')
const MISSED: Readonly<Record<Verdict['waivers']['missed'][number]['why'], Sentence>> = {
  changed: told(
    'does not apply: the finding has changed since it was accepted. Look at it again; to accept it as it is now, write its fingerprint from report.json.',
    '不生效：该问题自接受以来已发生变化。请重新查看；若要按现状接受，请写上 report.json 中的指纹。',
  ),
  'equal-names': told(
    'does not apply: several items of the task have this name. To accept one of them, write its fingerprint from report.json.',
    '不生效：任务中有多个同名检查项。若要接受其中之一，请写上 report.json 中的指纹。',
  ),
}

function isSame(one: ListedWaiver, other: ListedWaiver): boolean {
  return one.item === other.item && one.task === other.task && one.expires === other.expires
}

/** The status is what is most often overlooked, because it need not be written. */
function whyOf(unused: ListedWaiver, waivers: readonly Waiver[]): Sentence | null {
  const { item, task, expires } = unused
  const own = waivers.filter(one => one.item === item && one.task === task && one.expires === expires)
  const isForWarnings = own.length > 0 && own.every(({ status }) => status === 'warning')
  return isForWarnings
    ? told(
        'It covers warnings only; for a failed item write status: failed, or any.',
        '它只覆盖告警；对不通过的检查项请写 status: failed 或 any。',
      )
    : null
}

function nameOf({ item, task, owner, expires }: ListedWaiver): Sentence {
  return told(
    `The waiver for ${item}${task === null ? '' : ` on task ${task}`} (owner ${owner}, last day ${expires})`,
    `针对 ${task === null ? '' : `任务 ${task} 的 `}${item} 的豁免（负责人 ${owner}，有效期至 ${expires}）`,
  )
}
