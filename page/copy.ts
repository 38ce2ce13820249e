/** The buttons that copy a command. */

const SHOWN_MS = 2_000

/** Copies what stands before the button that was pressed, and says so to eyes and ears. */
export async function copyBefore(button: HTMLElement, said: HTMLElement | null): Promise<void> {
  const code = button.parentElement?.querySelector('code')
  if (!code) return
  if (!(await copied(code))) return
  button.classList.add('done')
  if (said !== null) said.textContent = document.body.dataset['copied'] ?? ''
  setTimeout(() => {
    button.classList.remove('done')
    if (said !== null) said.textContent = ''
  }, SHOWN_MS)
}

/** Where the page comes from plain http the browser lends no clipboard; then the text is selected and copied as by hand. */
async function copied(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '')
    return true
  } catch {
    getSelection()?.selectAllChildren(code)
    return document.execCommand('copy')
  }
}
