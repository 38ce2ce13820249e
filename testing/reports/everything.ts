import { type Language, verbatim } from '../../src/precheck/sentence.ts'
import type { Report, ReportItem } from '../../src/report/schema.ts'
import { checkItem, judgedTask, reportOf, verdict } from './fixtures.ts'

/** A report with every part that a page can have, and one text wherever text of others can stand. */
export function everything(language: Language, text = 'some text', doc = 'https://example.com/doc'): Report {
  const waiver = { reason: text, owner: text, expires: '2099-01-01' }
  const listed = { ...waiver, item: text, service: 'drs', task: text }
  const found = {
    ...{ name: text, group: text, rawStatus: text, reason: text, detail: text, suggestion: text },
    ...{ subJobs: [{ id: text, name: text, status: text }], blackObjects: { [text]: [text] } },
    ...{ skippable: true, skipConsequence: text, fingerprint: '0123456789ab' },
  }
  const many = Array.from({ length: 30 }, (_, index) => `${text}${index}`)
  const items = [
    checkItem({ ...found, id: text, status: 'failed' }),
    checkItem({ ...found, id: `${text}2`, status: 'failed' }),
    checkItem({
      ...found,
      id: 'binlog',
      status: 'failed',
      reason: null,
      detail: JSON.stringify({ [text]: many }),
    }),
    checkItem({ ...found, id: 'w', status: 'warning', reason: 'W', detail: `${text}\n${text}` }),
    checkItem({ ...found, id: 's', status: 'skipped', reason: 'S', suggestion: null }),
    checkItem({ ...found, id: 'v', status: 'failed', waiver }),
    checkItem({ id: 'u', name: text, status: 'unknown' }),
    checkItem({ id: 'o', name: text, status: 'pending' }),
    checkItem({ id: 'p', name: text }),
  ]
  const problem = {
    reason: 'timed-out',
    code: text,
    message: verbatim(text),
    httpStatus: 500,
    requestId: text,
    advice: verbatim(text),
  } as const
  const tasks = [
    judgedTask({ task: { id: text, label: text }, items, outcome: 'failed', reasonCode: 'checks-failed' }),
    judgedTask({ task: { id: 't2', label: null }, items, outcome: 'failed', reasonCode: 'checks-failed' }),
    judgedTask({
      task: { id: 't3', label: text },
      items: items.slice(6),
      problem,
      partial: true,
      outcome: 'inconclusive',
      reasonCode: 'timed-out',
    }),
    judgedTask({
      task: { id: 't4', label: text },
      items: [checkItem({ id: 'p', name: text })],
      outcome: 'failed',
      reasonCode: 'checks-failed',
      freshness: 'as-found',
    }),
  ]
  const target = { service: 'drs', mode: 'run', endpoint: 'https://drs.example.com', tasks } as const
  const judged = verdict(tasks, {
    decision: 'failed',
    reasonCode: 'checks-failed',
    targets: [
      { ...target, name: text },
      { ...target, name: 'b', tasks: tasks.slice(0, 1) },
    ],
    waivers: {
      applied: 1,
      expired: [listed],
      unused: [{ ...listed, service: null, task: null }],
      missed: [
        { ...listed, why: 'changed' },
        { ...listed, why: 'equal-names' },
      ],
    },
  })
  const gone = {
    target: text,
    service: 'drs',
    task: 't4',
    item: text,
    title: text,
    status: 'failed',
    reason: text,
  } as const
  const report = reportOf(judged, {
    name: text,
    language,
    problems: [verbatim(text)],
    placeOf: () => ({ file: text, line: 3 }),
    run: { ci: 'github', repository: text, sha: text, runId: text, runAttempt: 2, job: text, url: doc },
    earlier: {
      finishedAt: '2026-11-20T08:00:00.000Z',
      decision: 'inconclusive',
      findings: [gone, { ...gone, task: 't2', item: text }, { ...gone, task: 'nowhere' }],
    },
  })
  return withSteps(report, text, doc)
}

/** Steps as a catalogue gives them, with commands. */
function withSteps(report: Report, text: string, doc: string): Report {
  const step = { text, code: text, lang: 'sql', changes: true, tried: true }
  const grant = { text, code: "GRANT SELECT ON *.* TO 'drs';", lang: 'sql', changes: true, tried: false }
  const plain = { text, code: null, lang: null, changes: false, tried: false }
  const change = (item: ReportItem): ReportItem => {
    if (item.id === 'binlog') return { ...item, doc, adviceFrom: 'team', steps: [step, grant, plain] }
    return item.id === 'w' ? { ...item, doc, adviceFrom: 'catalogue', steps: [plain] } : item
  }
  return {
    ...report,
    targets: report.targets.map((target, index) =>
      index > 0
        ? target
        : {
            ...target,
            tasks: target.tasks.map((task, nth) => ({
              ...task,
              items: nth > 0 ? task.items : task.items.map(change),
            })),
          },
    ),
  }
}
