/** Calls `put` whenever a file of `infra/triggers` is saved. @returns what ends it. */
export function watchTriggers(root: string, put: () => Promise<void>): () => void
