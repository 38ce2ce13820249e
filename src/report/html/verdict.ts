import type { Dossier } from '../dossier.ts'
import type { Report } from '../schema.ts'
import { assumedNote, decisionNotes, shownTime } from '../tasks.ts'
import { duration } from '../text.ts'
import type { Words } from '../words.ts'
import { shownCounts } from '../words.ts'
import { badge, codeOf, section } from './elements.ts'
import { type Html, html, joined, link } from './markup.ts'

/** Returns the decision with its reason and the counts: what somebody must see who sees nothing else. */
export function verdictPart(dossier: Dossier): Html {
  const { report, words, tasks } = dossier
  const { gate, counts } = report
  const notes = [...decisionNotes(dossier, text => text), assumedNote(dossier)].filter(note => note !== null)
  const chips = shownCounts(counts).map(
    ([name, count]) => html`<li>${badge(name, words.counted(name, count))}</li>`,
  )
  return html`
<header class="verdict ${gate.decision}">
<h1>${words.decision[gate.decision]}${words.colon}${gate.name}</h1>
<p><strong>${words.reason[gate.reasonCode]}</strong> ${codeOf(gate.reasonCode)}</p>
${chips.length === 0 ? null : html`<ul class="chips" aria-label="${words.counts}">${chips}<li>${words.items(counts.total)}</li><li>${words.tasks(tasks.length)}</li></ul>`}
${notes.map(note => html`<p>${note}</p>`)}
</header>
`
}

/** Returns what is wrong with the inputs or could not be fetched. */
export function problemsPart({ report, words }: Dossier): Html | null {
  if (report.problems.length === 0) return null
  const problems = report.problems.map(problem => html`<li class="lines">${problem}</li>`)
  return section('problems', words.problems, html`<ul>${problems}</ul>`)
}

/** Returns what has changed since the earlier report. */
export function changesPart({ report, words }: Dossier): Html | null {
  const { baseline } = report
  if (baseline === null) return null
  const counts = (['new', 'still', 'fixed', 'notSeen'] as const)
    .filter(kind => kind !== 'notSeen' || baseline.notSeen > 0)
    .map(kind => badge(`since-${kind}`, words.change[kind](baseline[kind])))
  const fixed = baseline.fixedItems.map(
    ({ title, item, task, status }) =>
      html`<li>${title} ${codeOf(item)} (${words.task} ${codeOf(task)}; ${words.status[status]})</li>`,
  )
  const list = fixed.length === 0 ? null : html`<h3>${words.fixed}</h3><ul>${fixed}</ul>`
  const when = words.sinceReport(shownTime(baseline.finishedAt), words.outcome[baseline.decision])
  return section('changes', words.whatChanged, html`<p>${when} ${joined(counts, ' ')}</p>${list}`)
}

/** Returns where and when the report was made. */
export function aboutPart({ report, words }: Dossier): Html {
  const { startedAt, finishedAt, requests, polls } = report
  const took = duration(Date.parse(finishedAt) - Date.parse(startedAt), words)
  return section(
    'about',
    words.runFacts,
    html`
<p>${words.took(shownTime(startedAt), took, requests, polls)}</p>
${report.run === null ? null : runLine(report.run, words)}`,
  )
}

function runLine(run: NonNullable<Report['run']>, words: Words): Html {
  const { repository, runId, runAttempt, job, sha, url } = run
  const name = `${repository} #${runId}${runAttempt > 1 ? `.${runAttempt}` : ''}`
  const rest = [job, sha].filter(text => text !== null).map(codeOf)
  const shown = url === null ? html`${name}` : link(name, url)
  return html`<p>${words.run}${words.colon}${joined([shown, ...rest], ', ')}</p>`
}
