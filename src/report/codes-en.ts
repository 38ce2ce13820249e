import type { Decision, ItemStatus, ReasonCode } from '../precheck/model.ts'

/** Codes in English words. */

/** No wording of a pass may promise more than that the pre-check's items passed. */
export const DECISIONS: Readonly<Record<Decision, string>> = {
  passed: 'Pre-check passed',
  failed: 'Pre-check failed',
  inconclusive: 'Pre-check inconclusive',
  validated: 'Nothing was checked, only validated',
}

export const REASONS: Readonly<Record<ReasonCode, string>> = {
  'passed-with-waivers': 'No finding stops the gate; some are accepted by waivers.',
  'passed-with-warnings': 'No check item failed; some gave a warning.',
  'all-passed': 'Every pre-check item passed.',
  'checks-failed': 'The pre-check found something that has to be fixed.',
  'warnings-not-allowed': 'The pre-check gave warnings, and "fail-on: warning" allows none.',
  validated: 'Inputs and files are valid, and nothing that was looked at speaks against a run.',
  'leg-missing': 'A leg that should be there has left no report, so nobody knows how it ended.',
  'leg-not-accepted': 'The report of a leg is none that counts here, so nobody knows how the leg ended.',
  'invalid-input': 'The inputs, the config file or the waiver file are not valid; no pre-check was started.',
  cancelled: 'The run was cancelled before every result was there.',
  'timed-out': 'The deadline came before every result was there.',
  'policy-unavailable': 'The config or waiver file could not be fetched; no pre-check was started.',
  'authentication-failed': 'There are no credentials, or the service did not accept them.',
  'permission-denied': 'What was asked for is not allowed: a right is missing, or the sign-in was refused.',
  'not-found': 'The service does not know a task, an instance or an address that was asked for.',
  'start-refused': 'The service refused to start a pre-check.',
  'service-unavailable': 'The service could not be reached or could not answer.',
  'service-error': 'The service answered with an error.',
  'invalid-response': 'The service gave an answer that could not be understood.',
  'no-check-items': 'The service reported no check item, so nothing was checked.',
  'unknown-status': 'The service used a status that this version does not know; it never counts as passed.',
  'not-verified': 'No check really ran, or the result may be that of an earlier run.',
}

/** What an item counts as in a report: its status, or that somebody has accepted it. */
export type ShownStatus = ItemStatus | 'waived'

export const OUTCOMES: Readonly<Record<Decision, string>> = {
  passed: 'passed',
  failed: 'failed',
  inconclusive: 'inconclusive',
  validated: 'validated',
}

export const STATUSES: Readonly<Record<ShownStatus, string>> = {
  failed: 'failed',
  warning: 'warning',
  skipped: 'skipped',
  waived: 'waived',
  pending: 'pending',
  unknown: 'unknown',
  passed: 'passed',
}
