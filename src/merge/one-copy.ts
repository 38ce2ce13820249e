import { hash } from 'node:crypto'
import type { Redact } from '../precheck/fingerprint.ts'
import { redactedWaivers } from '../report/build.ts'
import { jsonOf } from '../report/redacted-json.ts'
import { itemSchema, type Report, type ReportItem, type ReportTask } from '../report/schema.ts'
import type { WithoutItems } from './leg-text.ts'

const NONE: readonly never[] = []

/**
 * Keeps each check item and each text once. A merge can hold four million items, and nearly all of them are word for word
 * the same in every task: kept once each, they take a hundredth of the memory, and secrets are searched for once in each.
 */
export class OneCopy {
  readonly #items = new Map<string, ReportItem | null>()
  readonly #steps = new Map<string, ReportItem['steps']>()
  readonly #texts = new Map<string, string>()
  readonly #redact: Redact

  constructor(redact: Redact) {
    this.#redact = redact
  }

  /** Returns the check item that the JSON is of; null when it is of none. Throws when it is no JSON. Equal texts are read once. */
  item(text: string): ReportItem | null {
    return kept(this.#items, hash('sha256', text, 'binary'), () => {
      const item = itemSchema.safeParse(JSON.parse(text))
      return item.success ? this.#item(item.data) : null
    })
  }

  /** How many different items there have been. */
  get read(): number {
    return this.#items.size
  }

  /** Returns the report that some items were cut out of, without secrets and compared with nothing yet. */
  report(report: WithoutItems, items: readonly (ReportItem | null)[]): Report {
    const { problems, targets, waivers } = report
    return {
      ...report,
      problems: problems.map(this.#redact),
      baseline: null,
      targets: targets.map(({ name, service, mode, endpoint, tasks }) => ({
        name: this.#redact(name),
        service: this.#text(service),
        mode,
        endpoint: this.#text(endpoint),
        tasks: tasks.map(({ items: cut, ...task }) => ({
          ...this.#task(task),
          items: cut.flatMap(({ cut: index }) => items[index] ?? []),
        })),
      })),
      waivers: redactedWaivers(waivers, this.#redact),
    }
  }

  #task(task: Omit<ReportTask, 'items'>): Omit<ReportTask, 'items'> {
    const { id, label, place, precheckId, error } = task
    return {
      ...task,
      id: this.#redact(id),
      label: label && this.#redact(label),
      place: place && { file: this.#text(place.file), line: place.line },
      precheckId: precheckId && this.#redact(precheckId),
      error: error && {
        code: this.#orNull(error.code),
        message: this.#redact(error.message),
        httpStatus: error.httpStatus,
        requestId: error.requestId && this.#redact(error.requestId),
        advice: this.#orNull(error.advice),
      },
    }
  }

  #item(item: ReportItem): ReportItem {
    return {
      id: this.#text(item.id),
      title: this.#text(item.title),
      group: this.#orNull(item.group),
      status: item.status,
      rawStatus: this.#orNull(item.rawStatus),
      reason: this.#orNull(item.reason),
      // Of hardly two the same.
      detail: item.detail && this.#redact(item.detail),
      suggestion: this.#orNull(item.suggestion),
      steps: this.#stepsOf(item.steps),
      adviceFrom: item.adviceFrom,
      doc: this.#orNull(item.doc),
      subJobs: item.subJobs.length === 0 ? NONE : item.subJobs.map(job => this.#subJob(job)),
      skippable: item.skippable,
      skipConsequence: this.#orNull(item.skipConsequence),
      blackObjects: jsonOf(item.blackObjects, this.#redact),
      since: null,
      fingerprint: item.fingerprint,
      waiver: item.waiver && {
        reason: this.#text(item.waiver.reason),
        owner: this.#text(item.waiver.owner),
        expires: item.waiver.expires,
      },
    }
  }

  #subJob({ id, name, status }: ReportItem['subJobs'][number]): ReportItem['subJobs'][number] {
    return { id: this.#orNull(id), name: this.#orNull(name), status: this.#orNull(status) }
  }

  #stepsOf(steps: ReportItem['steps']): ReportItem['steps'] {
    return kept(this.#steps, JSON.stringify(steps), () =>
      steps.map(({ text, code, lang, changes, tried }) => ({
        text: this.#text(text),
        code: this.#orNull(code),
        lang: this.#orNull(lang),
        changes,
        tried,
      })),
    )
  }

  #orNull(text: string | null): string | null {
    return text === null ? null : this.#text(text)
  }

  #text(text: string): string {
    return kept(this.#texts, text, () => this.#redact(text))
  }
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
