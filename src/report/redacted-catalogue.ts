import type { Catalogue, Explanation, ReasonExplanation, TeamEntry } from '../catalogue/catalogue.ts'
import type { Step } from '../catalogue/steps.ts'
import type { Redact } from '../precheck/fingerprint.ts'

/**
 * Returns the catalogue with secrets replaced: a password that is a word of its advice would show there what it is. Its
 * texts come again with every task; searched and kept once each, they cost 30,000 check items neither time nor memory.
 */
export function redactedCatalogue(catalogue: Catalogue, redact: Redact): Catalogue {
  const items = new Map<string, Explanation>()
  const reasons = new Map<string, ReasonExplanation>()
  const team = new Map<string, TeamEntry>()
  return {
    engine: catalogue.engine,
    isList: catalogue.isList,
    rank: catalogue.rank,
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
function redactedItem(notes: Explanation | null, redact: Redact): Explanation | null {
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

function redactedReason(notes: ReasonExplanation | null, redact: Redact): ReasonExplanation | null {
  return (
    notes && { meaning: redact(notes.meaning), steps: notes.steps.map(step => redactedStep(step, redact)) }
  )
}

function redactedTeam(notes: TeamEntry | null, redact: Redact): TeamEntry | null {
  return (
    notes && {
      steps: notes.steps.map(step => redactedStep(step, redact)),
      doc: redactedText(notes.doc, redact),
    }
  )
}

function redactedStep({ text, code, lang, changes, tried }: Step, redact: Redact): Step {
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
