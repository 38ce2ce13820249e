/**
 * Both doors in one bundle, so that they share what is behind them: two bundles would be twice as large, and of files that are
 * loaded late the bundler minifies none. Nothing happens before one is opened.
 */
export { openCommand } from '../cli.ts'
export { openAction, openMerge } from '../index.ts'
