import type { Dossier } from '../dossier.ts'
import type { Report } from '../schema.ts'
import { acceptedIn, unusedHeading } from '../tasks.ts'
import type { Words } from '../words.ts'
import { codeOf, section, taskLink } from './elements.ts'
import { type Html, html, joined } from './markup.ts'

/** Returns what is accepted by whom until when, and the waivers that do nothing. */
export function waiversPart(dossier: Dossier): Html | null {
  const { report, words, targetOf } = dossier
  const rows = acceptedIn(dossier).map(
    ({ placed, item, waiver: { reason, owner, expires } }) => html`
<tr><th scope="row">${item.title} ${codeOf(item.id)}</th><td>${taskLink(placed, targetOf)}</td><td>${words.status[item.status]}</td><td>${reason}</td><td>${owner}</td><td class="nowrap">${expires}</td></tr>`,
  )
  const { expired, unused, missed } = report.waivers
  if (rows.length + expired.length + unused.length + missed.length === 0) return null
  const head = [words.accepted, words.task, words.result, words.why, words.owner, words.until]
  const table = html`<div class="wide"><table>
<thead><tr>${head.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
  return section('waivers', words.waivers, [
    rows.length === 0 ? null : table,
    listed(
      words.missedHeading,
      missed.map(one => html`${waiver(one, words)}${words.colon}${words.missed[one.why]}`),
    ),
    listed(
      words.expired,
      expired.map(one => waiver(one, words)),
    ),
    listed(
      unusedHeading(dossier),
      unused.map(one => waiver(one, words)),
    ),
  ])
}

function listed(heading: string, entries: readonly Html[]): Html | null {
  return entries.length === 0
    ? null
    : html`<h3>${heading}</h3><ul>${entries.map(entry => html`<li>${entry}</li>`)}</ul>`
}

function waiver(one: Report['waivers']['expired'][number], words: Words): Html {
  const scope = [
    one.service && html`${words.service} ${codeOf(one.service)}`,
    one.task && html`${words.task} ${codeOf(one.task)}`,
  ].filter(part => part !== null)
  return html`${codeOf(one.item)} ${scope.length === 0 ? null : html`(${joined(scope, ', ')}) `}${one.owner}, ${one.expires}${words.colon}${one.reason}`
}
