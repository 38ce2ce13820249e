import { told } from '../precheck/sentence.ts'
import type { Notice } from '../report/dossier.ts'
import { logText } from '../report/escape.ts'
import { wordsIn } from '../report/words.ts'
import type { PublishPorts } from './publish.ts'

/** A defect of the gate itself, in words. */

/** For one that came when everything else had been said. */
export function sayDefect(defect: Error, run: Pick<PublishPorts, 'runner' | 'secrets' | 'settings'>): void {
  const { level, text } = defectNotice(defect, run)
  const { language } = run.settings
  const message = logText(run.secrets.redact(text.in(language)))
  run.runner.annotate({ level, title: wordsIn(language).gate, message })
}

/** Says what is wrong; where it is wrong stands in the debug log. */
export function defectNotice(
  { message, stack = '' }: Error,
  { runner, secrets }: Pick<PublishPorts, 'runner' | 'secrets'>,
): Notice {
  if (runner.environment['RUNNER_DEBUG'] === '1') runner.log(logText(secrets.redact(stack)))
  return {
    level: 'error',
    text: told(`Internal error, please report it: ${message}`, `内部错误，请予以报告：${message}`),
  }
}
