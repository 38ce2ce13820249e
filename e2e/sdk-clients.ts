import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mustRun } from './command.ts'
import type { SdkCommand } from './sdk.ts'

/** The clients that the vendor's SDKs make, each installed in a pinned version and built once, into the cache folder. */

export const SDK_LANGUAGES = ['Python', 'Go', 'Java', 'Node'] as const
export type SdkLanguage = (typeof SDK_LANGUAGES)[number]

/** One of the vendor's SDKs with our few lines around it. */
export interface SdkClient {
  readonly language: SdkLanguage
  readonly command: () => Promise<SdkCommand>
}

/** Go compiles the SDK from source: some minutes on two slow cores. */
const BUILD_LIMIT_MS = 900_000

const source = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** Returns the client of a folder of this project; its virtual environment holds the SDK. */
export const pythonClient = (bin: string): SdkCommand => ({
  command: path.join(bin, 'python'),
  args: ['-I', source('python/precheck.py')],
})

/** Builds the Go client. */
export async function goClient(cache: string, say: (line: string) => void): Promise<SdkCommand> {
  const folder = await made(cache, 'go', ['go/go.mod', 'go/go.sum', 'go/main.go'], say, folder =>
    mustRun('go', ['build', '-mod=readonly', '-o', path.join(folder, 'precheck'), '.'], {
      cwd: source('go'),
      timeoutMs: BUILD_LIMIT_MS,
    }),
  )
  return { command: path.join(folder, 'precheck'), args: [] }
}

/** Fetches the jars of the Java SDK with Maven and compiles the client. */
export async function javaClient(cache: string, say: (line: string) => void): Promise<SdkCommand> {
  const folder = await made(cache, 'java', ['java/pom.xml', 'java/Precheck.java'], say, async folder => {
    const lib = `-DoutputDirectory=${path.join(folder, 'lib')}`
    await mustRun('mvn', ['-q', '-B', '-f', source('java/pom.xml'), 'dependency:copy-dependencies', lib], {
      timeoutMs: BUILD_LIMIT_MS,
    })
    const jars = path.join(folder, 'lib', '*')
    await mustRun('javac', ['-nowarn', '-d', folder, '-cp', jars, source('java/Precheck.java')])
  })
  return {
    command: 'java',
    args: ['-cp', [folder, path.join(folder, 'lib', '*')].join(path.delimiter), 'Precheck'],
  }
}

/** Installs the core of the SDK for Node.js. */
export async function nodeClient(cache: string, say: (line: string) => void): Promise<SdkCommand> {
  const files = ['node/package.json', 'node/package-lock.json']
  const folder = await made(cache, 'node', files, say, async folder => {
    for (const file of files) copyFileSync(source(file), path.join(folder, path.basename(file)))
    await mustRun('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      timeoutMs: BUILD_LIMIT_MS,
    })
  })
  return { command: process.execPath, args: [source('node/precheck.cjs')], cwd: folder }
}

/** The folder's name is made from what goes into it, so a change of a version or of the client makes a new one. */
async function made(
  cache: string,
  name: string,
  files: readonly string[],
  say: (line: string) => void,
  make: (folder: string) => Promise<unknown>,
): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(source(file)))
  const folder = path.join(cache, `sdk-${name}-${hash.digest('hex').slice(0, 12)}`)
  const complete = path.join(folder, 'complete')
  if (existsSync(complete)) return folder
  say(`Installing the vendor's SDK for ${name} (once; may take some minutes)`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await make(folder)
  writeFileSync(complete, '')
  return folder
}
