import { inEach, type Sentence, told } from '../precheck/sentence.ts'

/** What is said of a file at a git ref, whether GitHub or git is asked for it. */

/** Config and waiver files are written by hand; a larger one is a mistake. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024

export const NO_REF = told(
  'this is not the name of a branch, tag or commit.',
  '这不是分支、标签或提交的名称。',
)

/** Returns why a file, by its name, could not be read. */
export function couldNotRead(named: Sentence, why: Sentence): Sentence {
  return inEach(in_ =>
    told(`Could not read ${in_(named)}: ${in_(why)}`, `无法读取 ${in_(named)}：${in_(why)}`),
  )
}

/** Returns what is wrong, with the name of the file before it. */
export function inWhich(named: Sentence, why: Sentence): Sentence {
  return inEach(in_ => told(`${in_(named)}: ${in_(why)}`, `${in_(named)}：${in_(why)}`))
}

export function tooLong(bytes: number): Sentence {
  return told(
    `the file has ${bytes} bytes, over the limit of ${MAX_FILE_BYTES}.`,
    `文件有 ${bytes} 字节，超过上限 ${MAX_FILE_BYTES}。`,
  )
}
