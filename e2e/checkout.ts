import { copyFileSync, mkdirSync, statSync, symlinkSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mustRun } from './command.ts'

/** The project as it stands in the working copy, not as it was last committed: that is what is to be tried. */

export const ROOT = fileURLToPath(new URL('../', import.meta.url))

const AUTHOR = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@localhost', '-c', 'commit.gpgsign=false']

/** Copies every file that git knows or would take into a git repository of its own, which act asks for. */
export async function checkOut(folder: string): Promise<void> {
  const listed = await mustRun('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  })
  for (const file of listed.split('\0')) {
    const source = path.join(ROOT, file)
    // A file that was deleted and not yet committed is still listed, and so is node_modules where it is a link.
    if (file === '' || !statSync(source, { throwIfNoEntry: false })?.isFile()) continue
    const target = path.join(folder, file)
    mkdirSync(path.dirname(target), { recursive: true })
    copyFileSync(source, target)
  }
  await mustRun('git', ['init', '--quiet', '--initial-branch', 'main'], { cwd: folder })
  await mustRun('git', ['add', '--all'], { cwd: folder })
  await mustRun('git', [...AUTHOR, 'commit', '--quiet', '--message', 'Working copy'], { cwd: folder })
  // For the simulator; the action itself must do with what is in dist.
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'))
}
