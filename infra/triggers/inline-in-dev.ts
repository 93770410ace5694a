import type { Plugin } from 'vite'
import { putInline } from './inline.mjs'
import { watchTriggers } from './watch-triggers.mjs'

/**
 * While `npm start` runs, a saved source of a function goes into the template, and the local AWS takes it
 * from there. `npm run local` does without: there `npm run triggers -- --watch` does it.
 */
export function inlineInDev(root: string): Plugin {
  let stop: (() => void) | undefined
  return {
    name: 'inline-triggers',
    apply: (_config, { command, isPreview }) => command === 'serve' && !isPreview,
    configureServer() {
      stop = watchTriggers(root, putInline)
    },
    buildEnd: () => stop?.(),
  }
}
