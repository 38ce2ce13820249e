/** What the cases came to: one line each, and the sum. */

export interface Case {
  readonly name: string
  readonly run: () => Promise<void>
}

export class Results {
  readonly #isVerbose: boolean
  #passed = 0
  #failed = 0

  constructor(isVerbose: boolean) {
    this.#isVerbose = isVerbose
  }

  get failed(): number {
    return this.#failed
  }

  /** One command of many: told only where somebody asked for it. */
  passed(name: string): void {
    this.#passed += 1
    if (this.#isVerbose) console.log(`ok    ${name}`)
  }

  fail(name: string, why: string): void {
    this.#failed += 1
    console.log(`FAIL  ${name}\n      ${why.replaceAll('\n', '\n      ')}`)
  }

  async run({ name, run }: Case): Promise<void> {
    const begun = Date.now()
    try {
      await run()
      this.#passed += 1
      console.log(`ok    ${name} (${((Date.now() - begun) / 1_000).toFixed(1)} s)`)
    } catch (error) {
      this.fail(name, error instanceof Error ? error.message : String(error))
    }
  }

  summary(): string {
    return `${this.#passed} passed, ${this.#failed} failed`
  }
}
