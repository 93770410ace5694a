/** Where faults of our own go. Never called with a request body, token, code or password. */
export interface Log {
  warn(message: string): void
  error(message: string, cause: unknown): void
}
