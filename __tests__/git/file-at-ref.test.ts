import { once } from 'node:events'
import { mkdirSync, symlinkSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileAtRef } from '../../src/git/file-at-ref.ts'
import { gitIn } from '../../src/git/git.ts'
import { inEnglish } from '../../testing/in-english.ts'
import { Repositories } from './repositories.ts'

const ORIGIN = null
const ENVIRONMENT = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const never = new AbortController().signal
let all: Repositories

beforeEach(() => {
  all = new Repositories()
  all.made('server', { 'w.yml': 'of main', 'deep/w.yml': 'deep' })
  all.git('server', 'config', 'uploadpack.allowAnySHA1InWant', 'true')
})
afterEach(() => all.removed())

const read = async (
  clone: string,
  ref: string,
  path = 'w.yml',
  address: string | null = ORIGIN,
  signal = never,
) => inEnglish(await fileAtRef(gitIn(all.at(clone), ENVIRONMENT), path, ref, address, signal))
const found = (text: string) => ({ kind: 'found', text })
const unavailable = (why: string) => ({ kind: 'unavailable', why: expect.stringContaining(why) })

describe('a file at a ref', () => {
  it('is what the server has now, not what the clone was made of', async () => {
    all.cloned('server', 'clone')
    all.committed('server', { 'w.yml': 'newer' })
    all.put('clone', { 'w.yml': 'of the change' })
    expect(await read('clone', 'refs/heads/main')).toEqual(found('newer'))
    expect(await read('clone', 'main', 'deep/w.yml')).toEqual(found('deep'))
    expect(await read('clone', 'HEAD')).toEqual(found('newer'))
  })

  it('is had in a shallow clone of another branch', async () => {
    all.git('server', 'checkout', '-q', '-b', 'feature')
    all.committed('server', { 'w.yml': 'of feature' })
    all.cloned('server', 'clone', '--depth=1', '--branch=feature')
    expect(await read('clone', 'refs/heads/main')).toEqual(found('of main'))
  })

  it('leaves a complete clone complete, and no ref behind', async () => {
    all.committed('server', {})
    all.cloned('server', 'clone')
    const before = all.git('clone', 'for-each-ref')
    expect(await read('clone', 'main')).toEqual(found('of main'))
    expect(all.git('clone', 'log', '--oneline', 'origin/main').split('\n')).toHaveLength(2)
    expect(all.git('clone', 'rev-parse', '--is-shallow-repository')).toBe('false')
    expect(all.git('clone', 'for-each-ref')).toBe(before)
  })

  it('is of the branch where a tag bears its name', async () => {
    all.git('server', 'checkout', '-q', '-b', 'feature')
    all.committed('server', { 'w.yml': 'of the tag' })
    all.git('server', 'tag', 'main')
    all.cloned('server', 'clone', '--branch=feature')
    expect(await read('clone', 'main')).toEqual(found('of main'))
    expect(await read('clone', 'refs/heads/main')).toEqual(found('of main'))
    expect(await read('clone', 'refs/tags/main')).toEqual(found('of the tag'))
  })

  it('is had by a tag and by a commit', async () => {
    const commit = all.committed('server', { 'w.yml': 'then' })
    all.git('server', 'tag', '-a', 'v1', '-m', 'One')
    all.committed('server', { 'w.yml': 'now' })
    all.cloned('server', 'clone')
    expect(await read('clone', 'v1')).toEqual(found('then'))
    expect(await read('clone', commit)).toEqual(found('then'))
  })

  it.each(['--upload-pack=touch here', '-x', '--depth'])(
    'is of a branch named like an option: %s',
    async name => {
      const branch = name.replaceAll(' ', '-')
      all.git('server', 'update-ref', `refs/heads/${branch}`, 'main')
      all.cloned('server', 'clone')
      expect(await read('clone', branch)).toEqual(found('of main'))
      expect(await read('clone', `refs/heads/${branch}`)).toEqual(found('of main'))
    },
  )

  it('that is not there is absent, and a folder, a link or a picture is refused', async () => {
    symlinkSync('/etc/passwd', `${all.at('server')}/link.yml`)
    all.committed('server', { 'bytes.yml': 'a\0b' })
    all.cloned('server', 'clone')
    expect(await read('clone', 'main', 'none.yml')).toEqual({ kind: 'absent' })
    expect(await read('clone', 'main', '*.yml')).toEqual({ kind: 'absent' })
    for (const path of ['deep', 'link.yml', 'bytes.yml'])
      expect(await read('clone', 'main', path)).toMatchObject({ kind: 'refused' })
  })

  it.each([
    '',
    'none',
    'refs/heads/',
    'refs/heads/none',
    'a:b',
    '../x',
    'a..b',
    'x*',
    '^main',
    'a b',
    'HEAD~1',
    '@{-1}',
  ])('cannot be had at %j', async ref => {
    all.cloned('server', 'clone')
    expect(await read('clone', ref)).toMatchObject({ kind: 'unavailable' })
  })

  it('cannot be had without a remote, also where a folder of the change bears its name', async () => {
    all.made('alone', { 'w.yml': 'of the change' })
    expect(await read('alone', 'refs/heads/main')).toEqual(unavailable('could not find the remote origin'))
    all.cloned('server', 'alone/origin', '--bare')
    expect(await read('alone', 'refs/heads/main')).toEqual(unavailable('could not find the remote origin'))
  })

  it('cannot be had outside of a working tree, without git, and from a server that is gone', async () => {
    mkdirSync(all.at('plain'))
    expect(await read('plain', 'main')).toEqual(unavailable('not a git repository'))
    all.cloned('server', 'clone')
    const noGit = gitIn(all.at('clone'), { PATH: '/nowhere' })
    expect(inEnglish(await fileAtRef(noGit, 'w.yml', 'main', ORIGIN, never))).toEqual(
      unavailable('git is not installed'),
    )
    all.git('clone', 'remote', 'set-url', 'origin', 'https://bot:hunter2@127.0.0.1:9/none.git')
    const gone = await read('clone', 'refs/heads/main')
    expect(gone).toEqual(unavailable('could not fetch refs/heads/main'))
    expect(JSON.stringify(gone)).not.toContain('hunter2')
  })

  it('comes from the target project where the change comes from a fork, and from nowhere else', async () => {
    all.cloned('server', 'fork')
    all.git('fork', 'checkout', '-q', 'main')
    all.committed('fork', { 'w.yml': 'of the fork' })
    all.cloned('fork', 'clone')
    expect(await read('clone', 'refs/heads/main')).toEqual(found('of the fork'))
    const to = (url: string) => read('clone', 'refs/heads/main', 'w.yml', url)
    expect(await to('https://127.0.0.1:9/target')).toEqual(unavailable('could not fetch'))
    for (const url of ['', '--upload-pack=x', 'ext::sh -c x', 'origin'])
      expect(await to(url)).toEqual(unavailable('PROJECT_URL'))
  })

  it('is given up at the deadline', async () => {
    all.cloned('server', 'clone')
    expect(await read('clone', 'main', 'w.yml', ORIGIN, AbortSignal.abort())).toEqual(unavailable('deadline'))
  })

  it('leaves no program behind when a server never answers and the deadline comes', async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<Socket>()
    const silent = createServer(arrive).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = silent.address()
    if (address === null || typeof address === 'string') throw new Error('the server has no port')
    all.cloned('server', 'clone')
    all.git('clone', 'remote', 'set-url', 'origin', `http://127.0.0.1:${address.port}/x.git`)
    const deadline = new AbortController()
    const answer = read('clone', 'main', 'w.yml', ORIGIN, deadline.signal)
    // What git speaks HTTP with is a program of its own, and holds this connection for as long as it lives.
    const connection = await arrived
    const closed = once(connection.resume(), 'close')
    deadline.abort()
    expect(await answer).toEqual(unavailable('deadline'))
    await closed
    silent.close()
  })

  it('runs no hook that the change brings', async () => {
    all.cloned('server', 'clone')
    all.put('clone', { 'hooks/reference-transaction': '#!/bin/sh\ntouch "$GIT_DIR/ran"\nexit 1\n' })
    all.git('clone', 'config', 'core.hooksPath', 'hooks')
    expect(await read('clone', 'main')).toEqual(found('of main'))
  })
})
