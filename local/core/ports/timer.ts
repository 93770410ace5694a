/**
 * Does `work` once that much time has passed, unless what it returns is called before. Handed in, so
 * that a test need not wait.
 */
export type Timer = (work: () => void, afterMs: number) => () => void
