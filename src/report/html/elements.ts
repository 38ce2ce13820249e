import type { Dossier, PlacedTask } from '../dossier.ts'
import type { ReportTask } from '../schema.ts'
import { type Html, html, type Part } from './markup.ts'

/** Pieces of the page that several sections share. */

/** Returns a coloured word; the word alone says all, the colour is for the eye. */
export function badge(kind: string, text: string): Html {
  return html`<span class="badge ${kind}">${text}</span>`
}

/** Returns a link to the items of a task, by its name. */
export function taskLink({ number, task }: PlacedTask, targetOf?: Dossier['targetOf']): Html {
  return html`<a href="#task=${number}">${taskLabel(task, targetOf)}</a>`
}

/** Returns a task by its label, or its id, behind its target where another has one of that name. */
export function taskLabel(task: ReportTask, targetOf?: Dossier['targetOf']): Html {
  const target = targetOf?.get(task)
  const label = task.label === null ? html`<code>${task.id}</code>` : html`${task.label}`
  return target === undefined ? label : html`${target} / ${label}`
}

export const codeOf = (text: string): Html => html`<code>${text}</code>`

/** Returns a part of the page with its heading. */
export function section(id: string, heading: string, content: Part): Html {
  return html`${[...sectionOf(id, heading, [content])]}`
}

/** Yields the same piece by piece, where there is much of it. */
export function* sectionOf(id: string, heading: string, contents: Iterable<Part>): Generator<Part> {
  yield html`
<section id="${id}">
<h2>${heading}</h2>
`
  yield* contents
  yield html`
</section>
`
}
