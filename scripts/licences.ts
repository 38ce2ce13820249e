import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import * as z from 'zod'

/**
 * The licences of all packages that can be in the bundle: those that the lock file installs without `dev`. The
 * bundler's own list names only the packages of one chunk as soon as there are several.
 */

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), dev: z.boolean().optional(), license: z.string().optional() }),
  ),
})

/** Returns name, version and licence text of each package. Throws for one that is not installed. */
export function bundledLicences(root: string): string {
  const lock = lockSchema.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')))
  const texts = Object.entries(lock.packages)
    .filter(([folder, { dev }]) => folder !== '' && dev !== true)
    .map(([folder, { version, license }]) => {
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return [`${name} ${version} (${license})`, '', licenceText(path.join(root, folder)), ''].join('\n')
    })
  return [...new Set(texts)].sort().join('\n')
}

/** Some packages name their licence without adding its text. */
function licenceText(folder: string): string {
  if (!existsSync(folder)) throw new Error(`${folder} is not installed: run npm ci first`)
  const file = readdirSync(folder).find(name => /^licen[cs]e(\.|$)/i.test(name))
  const text = file === undefined ? '(no text in the package)' : readFileSync(path.join(folder, file), 'utf8')
  return text.replaceAll('\r\n', '\n').trim()
}
