import type { Sentence } from '../precheck/sentence.ts'

/** What came of reading a file; `why` says in words what it is instead of a text to read. */
export type LocalFile =
  | { readonly kind: 'found'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly why: Sentence }

/** The same at a git ref, where nothing may be to be learned at all: `why` then says too what to do next. */
export type FileAtRef = LocalFile | { readonly kind: 'unavailable'; readonly why: Sentence }

/** What is known of a branch; `unprotected` is also one that does not exist or may not be seen. */
export type Protection =
  | { readonly kind: 'protected' | 'unprotected' }
  | { readonly kind: 'unavailable'; readonly why: Sentence }

/** Where the files that an input names come from. None of these rejects. */
export interface FilePorts {
  /** The one way to a file that a change under review can write: relative to the workspace, links resolved, never outside of it. */
  readonly readWorkspace: (path: string, maxBytes?: number) => Promise<LocalFile>
  /** For a file that only the workflow names and of which nothing is shown. */
  readonly readAnywhere: (path: string) => Promise<LocalFile>
  readonly readAtRef: (path: string, ref: string) => Promise<FileAtRef>
  readonly protectionOf: (branch: string) => Promise<Protection>
}
