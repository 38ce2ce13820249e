import type { Source } from './sources.ts'

/** Checks of the architecture; each returns its offenders in words, so that an empty list is a rule that is kept. */

/** A file, a folder (`src/report/`), or a pattern in which `*` is any part of one name. */
export type Place = string

export function isIn(file: string, place: Place): boolean {
  const pattern = place.replaceAll(/[.+?^$()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')
  return new RegExp(`^${pattern}${place.endsWith('/') ? '' : '$'}`).test(file)
}

const isInAny = (file: string, places: readonly Place[]) => places.some(place => isIn(file, place))
const isOwnFile = (name: string) => name.startsWith('src/') || name.startsWith('simulator/')

/** The folder of a place: for a pattern the one folder of it that the file is in. */
function roomOf(file: string, place: Place): string {
  const depth = place.split('/').length - 1
  return place.endsWith('/') ? `${file.split('/').slice(0, depth).join('/')}/` : file
}

/** Imports of project files that lead out of a room to a place it may not use. */
export function outwardImports(
  sources: readonly Source[],
  room: Place,
  allowed: readonly Place[],
): readonly string[] {
  return sources
    .filter(({ file }) => isIn(file, room))
    .flatMap(({ file, imports }) =>
      imports
        .filter(name => isOwnFile(name) || name.startsWith('computed:'))
        .filter(name => !name.startsWith(roomOf(file, room)) && !isInAny(name, allowed))
        .map(name => `${file} imports ${name}`),
    )
}

/** Users of a file or package (its sub-paths included) that are not among those that may use it. */
export function foreignUsers(
  sources: readonly Source[],
  used: string,
  users: readonly Place[],
): readonly string[] {
  return usersOf(sources, used)
    .filter(file => !isInAny(file, users))
    .map(file => `${file} imports ${used}`)
}

export function usersOf(sources: readonly Source[], used: string): readonly string[] {
  return sources
    .filter(({ imports }) => imports.some(name => isIn(name, used) || name.startsWith(`${used}/`)))
    .map(({ file }) => file)
}

/** Texts in the code of some places that hold what must not stand there. */
export function textsWith(
  sources: readonly Source[],
  what: RegExp,
  { places, but = [] }: { readonly places: readonly Place[]; readonly but?: readonly Place[] },
): readonly string[] {
  return sources
    .filter(({ file }) => isInAny(file, places) && !isInAny(file, but))
    .flatMap(({ file, strings }) =>
      strings.filter(text => what.test(text)).map(text => `${file} says "${text}"`),
    )
}

/** Reads of these members of `process` outside some places. */
export function processUsers(
  sources: readonly Source[],
  members: readonly string[],
  places: readonly Place[],
): readonly string[] {
  return sources
    .filter(({ file }) => !isInAny(file, places))
    .flatMap(({ file, processUses }) =>
      processUses.filter(name => members.includes(name)).map(name => `${file} uses process.${name}`),
    )
}

/** Callers of a method outside some places. */
export function callersOf(
  sources: readonly Source[],
  method: string,
  places: readonly Place[],
): readonly string[] {
  return sources
    .filter(({ file, methodCalls }) => methodCalls.includes(method) && !isInAny(file, places))
    .map(({ file }) => `${file} calls .${method}()`)
}

export function longFiles(sources: readonly Source[], mostLines: number): readonly string[] {
  return sources
    .filter(({ lines }) => lines > mostLines)
    .map(({ file, lines }) => `${file} has ${lines} lines`)
}

export function longFunctions(sources: readonly Source[], mostLines: number): readonly string[] {
  return sources.flatMap(({ file, functions }) =>
    functions
      .filter(({ lines }) => lines > mostLines)
      .map(({ name, lines }) => `${file}: ${name} has ${lines} lines`),
  )
}

export function loopholes(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ file, loopholes: found }) => found.map(what => `${file}: ${what}`))
}

export function meanLines(sources: readonly Source[]): number {
  return sources.reduce((sum, { lines }) => sum + lines, 0) / sources.length
}
