import type { Catalogue, ItemNotes, ReasonNotes, Redact, StepNotes, TeamNotes } from './explain.ts'

/**
 * Returns the catalogue with secrets replaced: a password that is a word of its advice would show there what it is. Its
 * texts come again with every task; searched and kept once each, they cost 30,000 check items neither time nor memory.
 */
export function redactedCatalogue(catalogue: Catalogue, redact: Redact): Catalogue {
  const items = new Map<string, ItemNotes>()
  const reasons = new Map<string, ReasonNotes>()
  const team = new Map<string, TeamNotes>()
  return {
    engine: catalogue.engine,
    isList: catalogue.isList,
    item: (service, topic, engine) =>
      kept(items, `${service} ${engine} ${topic}`, () =>
        redactedItem(catalogue.item(service, topic, engine), redact),
      ),
    index: service => redactedText(catalogue.index(service), redact),
    reason: (service, code) =>
      kept(reasons, `${service} ${code}`, () => redactedReason(catalogue.reason(service, code), redact)),
    team: (id, topic) => kept(team, `${id} ${topic}`, () => redactedTeam(catalogue.team(id, topic), redact)),
  }
}

/** Field by field, so that a new one is not forgotten: the compiler asks for it. */
function redactedItem(notes: ItemNotes | null, redact: Redact): ItemNotes | null {
  return (
    notes && {
      title: redact(notes.title),
      checks: redact(notes.checks),
      causes: notes.causes.map(redact),
      steps: notes.steps.map(step => redactedStep(step, redact)),
      doc: redactedText(notes.doc, redact),
      confidence: notes.confidence,
    }
  )
}

function redactedReason(notes: ReasonNotes | null, redact: Redact): ReasonNotes | null {
  return (
    notes && { meaning: redact(notes.meaning), steps: notes.steps.map(step => redactedStep(step, redact)) }
  )
}

function redactedTeam(notes: TeamNotes | null, redact: Redact): TeamNotes | null {
  return (
    notes && {
      steps: notes.steps.map(step => redactedStep(step, redact)),
      doc: redactedText(notes.doc, redact),
    }
  )
}

function redactedStep({ text, code, lang, changes, tried }: StepNotes, redact: Redact): StepNotes {
  return {
    text: redact(text),
    code: redactedText(code, redact),
    lang: redactedText(lang, redact),
    changes,
    tried,
  }
}

function redactedText(text: string | null, redact: Redact): string | null {
  return text === null ? null : redact(text)
}

/** What the catalogue does not know is not kept: it can be another one with every check item. */
function kept<T>(cache: Map<string, T>, key: string, make: () => T | null): T | null {
  const found = cache.get(key) ?? make()
  if (found !== null) cache.set(key, found)
  return found
}
