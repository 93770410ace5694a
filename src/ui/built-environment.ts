import type { Environment } from './environment.tsx'

/**
 * What the build already knew of the configuration (`vite.config.ts`), so that the first paint has
 * it. `/config.json` has the last word: one build runs on any stack.
 */
export const builtEnvironment: Environment = import.meta.env.BUILT_ENVIRONMENT ?? {}

declare global {
  // Named, since a build puts all that it knows where a key is looked up.
  interface ImportMetaEnv {
    readonly BUILT_ENVIRONMENT?: Environment
  }
}
