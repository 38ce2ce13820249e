/** Returns a text that a regular expression takes for itself. `RegExp.escape` is not there before Node 24. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
