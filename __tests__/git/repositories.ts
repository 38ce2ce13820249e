import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { pathToFileURL } from 'node:url'

/** Real repositories of git in a folder of their own. */

const WHO = [
  '-c',
  'user.name=Someone',
  '-c',
  'user.email=someone@example.com',
  '-c',
  'protocol.file.allow=always',
]
/** Neither the configuration of this machine nor that of whoever runs the tests. */
const ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}

export class Repositories {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'precheck-gate-git-')))

  at(name: string): string {
    return path.join(this.folder, name)
  }

  git(name: string, ...args: readonly string[]): string {
    return execFileSync('git', [...WHO, ...args], {
      cwd: this.at(name),
      env: ENVIRONMENT,
      encoding: 'utf8',
    }).trim()
  }

  /** A repository with one commit on `main`. */
  made(name: string, files: Readonly<Record<string, string>>): void {
    mkdirSync(this.at(name))
    this.git(name, 'init', '-q', '-b', 'main')
    this.committed(name, files)
  }

  /** Commits these files and returns the commit. */
  committed(name: string, files: Readonly<Record<string, string>>): string {
    this.put(name, files)
    this.git(name, 'add', '-A')
    this.git(name, 'commit', '-q', '--allow-empty', '-m', 'Change')
    return this.git(name, 'rev-parse', 'HEAD')
  }

  put(name: string, files: Readonly<Record<string, string>>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(this.at(name), file)), { recursive: true })
      writeFileSync(path.join(this.at(name), file), text)
    }
  }

  cloned(from: string, name: string, ...options: readonly string[]): void {
    this.git('.', 'clone', '-q', ...options, pathToFileURL(this.at(from)).href, name)
  }

  removed(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
