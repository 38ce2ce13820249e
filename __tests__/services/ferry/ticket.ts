import type { CredentialKind, CredentialMethod } from '../../../src/identity/method.ts'
import { told } from '../../../src/precheck/sentence.ts'

/** The credential of the ferry: one file under src/identity/, and its line in `methods.ts`. */

export const FERRY: CredentialKind = {
  name: 'ferry',
  isOwnHost: hostname => /^ferry\.[a-z]+\.example$/.test(hostname),
  maySendInClear: false,
  hasProjects: false,
  whenMissing: told('Give ferry-ticket.', '请提供 ferry-ticket。'),
  leftOut: told('so nobody could go aboard', '因此无法登船'),
}

export const ticket: CredentialMethod<'ferry-ticket'> = {
  kind: FERRY,
  inputs: { 'ferry-ticket': { needed: true, secret: true, inHeader: true } },
  families: [{ 'ferry-ticket': 'FERRY_TICKET' }],
  connect: ({ values }) => ({
    label: told('the ticket', '船票'),
    advice: told('Buy another ticket.', '请再买一张船票。'),
    headersFor: async ({ headers }) => ({ ...headers, 'X-Ticket': values['ferry-ticket'] }),
    renew: null,
  }),
}
