import { copyBefore } from './copy.ts'
import { FIELDS, type Filter, filterOf, fragmentOf, NO_FILTER } from './fragment.ts'
import { Rows } from './rows.ts'

/** The script of report.html. Without it the page shows everything; with it, what somebody asks for. */

// At once, so that controls which need this script do not pop up late.
document.documentElement.classList.add('js')

document.addEventListener('DOMContentLoaded', () => {
  const said = document.querySelector<HTMLElement>('#said')
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return
    const button = target.closest<HTMLElement>('button.copy')
    if (button !== null) void copyBefore(button, said)
    const place = target.closest<HTMLAnchorElement>('a[href^="#finding-"]')?.getAttribute('href')
    if (place) document.querySelector<HTMLElement>(place)?.focus()
  })
  const form = document.querySelector('form')
  const items = document.querySelector<HTMLElement>('#items')
  if (form !== null && items !== null) startFilters(form, items)
})

function startFilters(form: HTMLFormElement, items: HTMLElement): void {
  const rows = new Rows(items)
  const output = form.querySelector('output')
  const show = (filter: Filter) => {
    const shown = rows.show(filter)
    const words = items.dataset['shown'] ?? ''
    if (output) output.value = words.replace('{shown}', String(shown)).replace('{all}', String(rows.count))
  }
  const change = () => {
    const filter = read(form)
    // Not by location.hash: every letter would be a step back.
    history.replaceState(null, '', fragmentOf(filter) || location.pathname + location.search)
    show(filter)
  }
  const follow = (isLink: boolean) => {
    const filter = filterOf(location.hash)
    if (filter === null) return
    write(form, filter)
    show(read(form))
    if (isLink) document.querySelector<HTMLElement>('#items-heading')?.focus()
  }
  form.addEventListener('input', change)
  form.addEventListener('submit', event => event.preventDefault())
  form.addEventListener('reset', event => {
    event.preventDefault()
    write(form, NO_FILTER)
    change()
  })
  addEventListener('hashchange', () => follow(true))
  show(NO_FILTER)
  follow(false)
  whenIdle(rows.prepare())
}

function whenIdle(work: Iterator<void>): void {
  setTimeout(() => {
    if (work.next().done !== true) whenIdle(work)
  })
}

type Control = HTMLInputElement | HTMLSelectElement

function controlOf(form: HTMLFormElement, name: string): Control | null {
  const control = form.elements.namedItem(name)
  return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control : null
}

function read(form: HTMLFormElement): Filter {
  const value = (name: string) => controlOf(form, name)?.value ?? ''
  return { q: value('q').trim(), status: value('status'), service: value('service'), task: value('task') }
}

/** A value that a choice does not have is none: the address may be anything. */
function write(form: HTMLFormElement, filter: Filter): void {
  for (const name of FIELDS) {
    const control = controlOf(form, name)
    if (control === null) continue
    control.value = filter[name]
    if (control instanceof HTMLSelectElement && control.selectedIndex === -1) control.value = ''
  }
}
