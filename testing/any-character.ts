import * as fc from 'fast-check'

/**
 * Any character of Unicode, for `fc.string({ unit })`. fast-check's own unit `binary` says the same and first makes a table of
 * all 1.1 million, which takes as long as a thousand cases.
 */
export const anyCharacter = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map(code => String.fromCodePoint(code))
