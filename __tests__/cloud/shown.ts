import type { ApiFault } from '../../src/cloud/fault.ts'

/** A fault as an English reader sees it. */
export const shown = (fault: ApiFault) => ({
  ...fault,
  message: fault.message,
  cause: fault.cause,
  doing: fault.doing?.in('en-us') ?? null,
  what: fault.what.in('en-us'),
  advice: fault.advice?.in('en-us') ?? null,
})
