/** One thing that is shown to hold. */
export interface Case {
  /** A sentence; its beginning is the group that `npm run e2e -- GROUP` chooses by. */
  readonly name: string
  /** Resolves when it holds; rejects with what does not. Everything that it leaves behind goes into `folder`. */
  readonly run: (folder: string) => Promise<void>
}
