import * as annotations from '../../src/report/annotations.ts'
import { htmlTexts } from '../../src/report/html/page.ts'
import { junitTexts } from '../../src/report/junit.ts'
import type { Report } from '../../src/report/schema.ts'
import { NO_CATALOGUE } from './fixtures.ts'

/** What a report comes to, where nothing is known of its checks. */

export const renderJunit = (report: Report): string => [...junitTexts(report)].join('')
export const renderHtml = (report: Report): string => [...htmlTexts(report, NO_CATALOGUE)].join('')
export const annotationsOf = (report: Report, notices: readonly annotations.Note[], placed = false) =>
  annotations.annotationsOf(report, notices, NO_CATALOGUE, placed)
