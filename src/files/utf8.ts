import { told } from '../precheck/sentence.ts'
import type { LocalFile } from './ports.ts'

const UTF_16_MARKS: readonly (readonly [number, number])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
]

const UTF_16 = told('the file is UTF-16; save it as UTF-8', '文件是 UTF-16；请另存为 UTF-8')
const NOT_UTF_8 = told('the file is not UTF-8 text', '文件不是 UTF-8 文本')
const HAS_NUL = told(
  'the file holds NUL characters, as UTF-16 and binary files do; save it as UTF-8',
  '文件含有 NUL 字符，UTF-16 和二进制文件就是如此；请另存为 UTF-8',
)

/**
 * Returns the text without a byte order mark, or what the bytes are instead: a file that people write is UTF-8 text; what else
 * comes is named, and nothing of it is shown.
 */
export function utf8Text(bytes: Uint8Array): Exclude<LocalFile, { kind: 'absent' }> {
  if (UTF_16_MARKS.some(([first, second]) => bytes[0] === first && bytes[1] === second))
    return { kind: 'refused', why: UTF_16 }
  const text = decoded(bytes)
  if (text === null) return { kind: 'refused', why: NOT_UTF_8 }
  // UTF-16 without its mark is valid UTF-8 as long as it holds plain English.
  return text.includes('\0') ? { kind: 'refused', why: HAS_NUL } : { kind: 'found', text }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
