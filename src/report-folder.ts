import * as path from 'node:path'
import type { ReportSettings } from './plan/plan.ts'

/** Far more gates than a job has; only a disk that says yes to everything gets there. */
const MAX_FOLDERS = 1_000

/**
 * Returns the folder for the reports. Two gates of a job that were given neither a name nor a folder would write over each
 * other's, so the second takes `precheck-2`. `isTaken` says whether there is a file already.
 */
export async function reportFolder(
  { reportDir, name, nameIsOwn }: Pick<ReportSettings, 'reportDir' | 'name' | 'nameIsOwn'>,
  { tempDir, workspace }: { readonly tempDir: string; readonly workspace: string },
  isTaken: (file: string) => Promise<boolean>,
): Promise<string> {
  const first = path.resolve(workspace, reportDir ?? path.join(tempDir, 'precheck-gate', name))
  if (reportDir !== null || nameIsOwn) return first
  for (let gate = 1; gate <= MAX_FOLDERS; gate += 1) {
    const folder = gate === 1 ? first : `${first}-${gate}`
    if (!(await isTaken(path.join(folder, 'report.json')))) return folder
  }
  return first
}
