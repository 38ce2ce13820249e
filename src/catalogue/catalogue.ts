import type { Language } from '../precheck/sentence.ts'
import { type CatalogueData, type ItemEntry, ownValue } from './files.ts'
import { type Step, stepsFor } from './steps.ts'
import { RANKS } from './words.ts'

/** What a check item means: data files and one look-up. All texts are plain text, not Markdown. */

export interface Explanation {
  readonly title: string
  readonly causes: readonly string[]
  readonly steps: readonly Step[]
  /** Page of the check, or the list of checks for its engine where no page of its own is verified; null without either. */
  readonly doc: string | null
  /** Database knowledge, where the service tells the code only; else it is documented, by the vendor or by a real run. */
  readonly isGeneral: boolean
}

export interface ReasonExplanation {
  readonly meaning: string
  readonly steps: readonly Step[]
}

/** What a team says of an item itself. */
export interface TeamEntry {
  readonly steps: readonly Step[]
  /** null leaves the link as it is. */
  readonly doc: string | null
}

/** By the id of the item. */
export type TeamCatalogue = ReadonlyMap<string, TeamEntry>

export interface Catalogue {
  /** The engine of a task by what the items of its result are known by; null where they do not tell. */
  engine(service: string, topics: readonly string[]): string | null
  /**
   * Explains an item by the exact name the service gives it; null for one that is not known. Without an engine the steps
   * of all are given.
   */
  item(service: string, topic: string, engine?: string | null): Explanation | null
  /** The place of an item in the blocking order, 0 is first: by its name, or if that is not known by its group. */
  rank(service: string, topic: string, group: string | null): number
  /** Explains a service's reason, which is a code or a sentence with one in it; null when none in it is known. */
  reason(service: string, text: string): ReasonExplanation | null
  /** What the team says of an item, by its id or by what the service calls it. */
  team(id: string, topic: string): TeamEntry | null
  /** Page with the service's list of checks; null for a service without one. */
  index(service: string): string | null
  /** Whether an address is that of a list of checks, and so not of one check. */
  isList(address: string): boolean
}

/** In whose words the catalogue speaks. */
interface CatalogueVoice {
  readonly language: Language
  /** Takes secrets out: a password that is a word of an advice would show there what it is. */
  readonly redact: (text: string) => string
  readonly team?: TeamCatalogue | undefined
}

/**
 * Loads the catalogue with the texts of one language: of the services of these targets, and of no other, as that is most of what
 * a run reads. Of a service that brings none, nothing is known. A name is matched whole and with case: codes differ by a single
 * letter (`srclogSlaveUpdatesCheck`), and advice for the wrong check is worse than none. Its texts come again with every task;
 * searched for secrets and kept once each, they cost 30,000 check items neither time nor memory.
 */
export async function loadCatalogue(
  services: readonly { readonly name: string; readonly catalogue?: () => Promise<CatalogueData> }[],
  targets: readonly { readonly service: string }[],
  voice: CatalogueVoice,
): Promise<Catalogue> {
  const files = new Map<string, CatalogueData>()
  for (const { name, catalogue } of services)
    if (catalogue !== undefined && targets.some(({ service }) => service === name))
      files.set(name, await catalogue())
  return catalogueOf(files, voice)
}

function catalogueOf(files: ReadonlyMap<string, CatalogueData>, voice: CatalogueVoice): Catalogue {
  const { language, redact, team = new Map() } = voice
  const addresses = [...files.values()].flatMap(({ lists }) => Object.values(lists))
  const lists = new Set(addresses.map(address => redact(localised(address, language))))
  const entryOf = (service: string, topic: string) => ownValue(files.get(service)?.items ?? {}, topic)
  const itemOf = keeping((service: string, topic: string, engine: string | null) => {
    const [file, entry] = [files.get(service), entryOf(service, topic)]
    if (file === undefined || entry === undefined) return null
    return explanation(entry, listOf(file, engine ?? onlyEngineOf(entry)), engine, voice)
  })
  const reasonOf = keeping((service: string, code: string) => {
    const entry = ownValue(files.get(service)?.reasons ?? {}, code)
    if (entry === undefined) return null
    const steps = stepsFor(entry.steps, { language, engines: [], engine: null })
    return { meaning: redact(entry[language].meaning), steps: redacted(steps, redact) }
  })
  const teamOf = keeping((id: string) => {
    const entry = team.get(id)
    return entry === undefined
      ? null
      : { steps: redacted(entry.steps, redact), doc: entry.doc && redact(entry.doc) }
  })
  return {
    engine: (service, topics) => engineIn(topics.flatMap(topic => entryOf(service, topic) ?? [])),
    item: (service, topic, engine = null) => itemOf(service, topic, engine),
    rank: (service, topic, group) =>
      rankOf(entryOf(service, topic)?.rank ?? ownValue(files.get(service)?.groups ?? {}, group ?? '')),
    reason(service, text) {
      const reasons = files.get(service)?.reasons ?? {}
      const code = text.split(/\W+/).find(word => Object.hasOwn(reasons, word))
      return code === undefined ? null : reasonOf(service, code)
    },
    team: (id, topic) => teamOf(id) ?? teamOf(topic),
    index(service) {
      const file = files.get(service)
      const list = file === undefined ? null : listOf(file, null)
      return list && redact(localised(list, language))
    },
    isList: address => lists.has(address),
  }
}

/** Returns the function with its answers kept. What is not known is not: it can be another one with every check item. */
function keeping<Args extends readonly (string | null)[], Known>(
  look: (...args: Args) => Known | null,
): (...args: Args) => Known | null {
  const kept = new Map<string, Known>()
  return (...args) => {
    const key = args.join('\n')
    const known = kept.get(key) ?? look(...args)
    if (known !== null) kept.set(key, known)
    return known
  }
}

/** Told by the items that exist for one engine only; null where they disagree, as between a source and a destination of two kinds. */
function engineIn(entries: readonly ItemEntry[]): string | null {
  const told = new Set(entries.flatMap(({ tells, engines }) => (tells === true ? engines : [])))
  const [engine] = told
  return told.size === 1 ? (engine ?? null) : null
}

/** What is not known comes last. */
function rankOf(rank: string | undefined): number {
  const words: readonly string[] = RANKS
  const place = words.indexOf(rank ?? '')
  return place === -1 ? RANKS.length - 1 : place
}

function explanation(
  { engines, steps, doc, confidence, ...texts }: ItemEntry,
  list: string | null,
  engine: string | null,
  { language, redact }: CatalogueVoice,
): Explanation {
  const { title, causes } = texts[language]
  const address = doc ?? list
  return {
    title: redact(title),
    causes: causes.map(redact),
    steps: redacted(stepsFor(steps, { language, engines, engine }), redact),
    doc: address && redact(localised(address, language)),
    // The JSON import widens the word to a string; anything but the word itself counts as the weaker claim.
    isGeneral: confidence !== 'documented',
  }
}

/** Field by field, so that a new one is not forgotten: the compiler asks for it. */
function redacted(steps: readonly Step[], redact: CatalogueVoice['redact']): readonly Step[] {
  return steps.map(({ text, code, lang, changes, tried }) => ({
    text: redact(text),
    code: code && redact(code),
    lang: lang && redact(lang),
    changes,
    tried,
  }))
}

/** An item that is made for one engine has the list of that one, also where the task's is not known. */
function onlyEngineOf({ engines }: ItemEntry): string | null {
  const [engine] = engines
  return engines.length === 1 ? (engine ?? null) : null
}

function listOf({ lists }: CatalogueData, engine: string | null): string | null {
  return ownValue(lists, engine ?? '') ?? lists['other'] ?? null
}

/** The vendor's Chinese pages have the same names without the site's language; other sites have one language here. */
function localised(address: string, language: Language): string {
  return language === 'zh-cn' ? address.replace('.com/intl/en-us/', '.com/') : address
}
