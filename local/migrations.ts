import type { Migration } from './core/store/migration.ts'

/**
 * The one place where rows of earlier builds become today's. An entry for each table whose rows
 * change, oldest first; entries that are there stay as they are. What a change needs besides is in
 * CONTRIBUTING.md, "Change what is stored".
 */
export const migrations: readonly Migration[] = []
