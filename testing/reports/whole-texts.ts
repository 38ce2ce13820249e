import { htmlTexts } from '../../src/report/html/page.ts'
import { junitTexts } from '../../src/report/junit.ts'
import type { Report } from '../../src/report/schema.ts'

/** What is written piece by piece, as one text. */

export const renderJunit = (report: Report): string => [...junitTexts(report)].join('')
export const renderHtml = (report: Report): string => [...htmlTexts(report)].join('')
