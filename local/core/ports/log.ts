/** Where faults of our own go. Never called with a request body, token, code or password. */
export interface Log {
  /** No fault: what the developer's own code has to say. */
  info(message: string): void
  warn(message: string): void
  error(message: string, cause: unknown): void
}
