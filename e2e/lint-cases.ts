import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import * as path from 'node:path'
import type { Case } from './case.ts'
import { ROOT } from './checkout.ts'
import { run } from './command.ts'
import type { Tools } from './tools.ts'

/** The workflows of this repository, and those that the cases run, under the linters; none of them asks the network. */
export function lintCases({ actionlint, python }: Tools): readonly Case[] {
  const shipped = filesIn('.github/workflows')
  const tried = filesIn('e2e/workflows')
  return [
    {
      name: 'lint: actionlint, with shellcheck, has nothing to say of any workflow',
      run: async () => {
        const shellcheck = path.join(await python(), 'shellcheck')
        // Without the program actionlint would leave every script unread, and say nothing.
        await clean(shellcheck, ['--version'])
        await clean(await actionlint(), ['-shellcheck', shellcheck, ...shipped, ...tried])
      },
    },
    {
      name: 'lint: shellcheck has nothing to say of what CI runs, and of the findings',
      run: async () => {
        const scripts = ['.ci/run', ...filesIn('findings', '.sh')]
        await clean(path.join(await python(), 'shellcheck'), ['-x', '-P', 'SCRIPTDIR', ...scripts])
      },
    },
    {
      name: 'lint: zizmor, at its strictest but for opinions on style, has nothing to say of what is shipped',
      run: async () => {
        const shown = ['--offline', '--no-progress', '--persona', 'pedantic']
        await clean(path.join(await python(), 'zizmor'), [
          ...shown,
          '.github',
          'action.yml',
          'merge/action.yml',
        ])
      },
    },
    {
      name: 'lint: zizmor has nothing to say of the workflows that the cases run',
      run: async () => {
        await clean(path.join(await python(), 'zizmor'), [
          '--offline',
          '--no-progress',
          '--config',
          'e2e/zizmor.yml',
          ...tried,
        ])
      },
    },
  ]
}

function filesIn(folder: string, ending = '.yml'): readonly string[] {
  const files = readdirSync(path.join(ROOT, folder)).filter(file => file.endsWith(ending))
  assert.ok(files.length > 0, `${folder} holds no ${ending}`)
  return files.map(file => path.join(folder, file))
}

async function clean(command: string, args: readonly string[]): Promise<void> {
  const { exitCode, stdout, stderr } = await run(command, args, { cwd: ROOT })
  assert.equal(exitCode, 0, `${path.basename(command)} ended with ${exitCode}:\n${stdout}\n${stderr}`)
}
