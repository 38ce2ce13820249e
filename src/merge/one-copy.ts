import { hash } from 'node:crypto'
import { listedWaiver } from '../report/build.ts'
import type { Redact } from '../report/explain.ts'
import { jsonOf } from '../report/redacted-json.ts'
import type { Report, ReportItem, ReportTarget, ReportTask } from '../report/schema.ts'

/**
 * Keeps each check item and each text once. A merge can hold four million items, and nearly all of them are word for word
 * the same in every task: kept once each, they take a hundredth of the memory, and secrets are searched for once in each.
 */
export class OneCopy {
  readonly #items = new Map<string, ReportItem>()
  readonly #steps = new Map<string, ReportItem['steps']>()
  readonly #texts = new Map<string, string>()
  readonly #redact: Redact

  constructor(redact: Redact) {
    this.#redact = redact
  }

  /** Returns the report without secrets, compared with nothing yet. */
  report(report: Report): Report {
    const { problems, run, targets, waivers } = report
    return {
      ...report,
      problems: problems.map(this.#redact),
      run,
      baseline: null,
      targets: targets.map(target => this.#target(target)),
      waivers: {
        applied: waivers.applied,
        expired: waivers.expired.map(waiver => listedWaiver(waiver, this.#redact)),
        unused: waivers.unused.map(waiver => listedWaiver(waiver, this.#redact)),
        missed: waivers.missed.map(({ why, ...waiver }) => ({ ...listedWaiver(waiver, this.#redact), why })),
      },
    }
  }

  #target({ name, service, mode, endpoint, tasks }: ReportTarget): ReportTarget {
    return {
      name: this.#redact(name),
      service: this.#text(service),
      mode,
      endpoint: this.#text(endpoint),
      tasks: tasks.map(task => this.#task(task)),
    }
  }

  #task(task: ReportTask): ReportTask {
    const { id, label, place, precheckId, error, items } = task
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
      items: items.map(item => this.#item(item)),
    }
  }

  #item(item: ReportItem): ReportItem {
    return kept(this.#items, hash('sha256', JSON.stringify(item), 'base64'), () => ({
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
      subJobs: item.subJobs.map(({ id, name, status }) => ({
        id: this.#orNull(id),
        name: this.#orNull(name),
        status: this.#orNull(status),
      })),
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
    }))
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
