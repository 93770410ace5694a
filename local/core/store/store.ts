/**
 * Where the local AWS keeps what it must remember: named tables of structured-clonable values,
 * ordered by key (UTF-8 byte order, the order S3 lists in).
 *
 * Everything is synchronous, so a handler can check and write with no `await` between and two
 * requests can never interleave inside an operation.
 */
export interface Store {
  table<Value>(name: string): Table<Value>
  /** All of `work`'s writes or none of them (when it throws). Nests: the outermost commits. */
  transaction<Result>(work: () => Result): Result
  /** Empties every table. */
  clear(): void
  /**
   * Resolves once all that was written so far is durable: at once where a write is when it returns.
   * Answers wait for it.
   */
  settled(): Promise<void>
  /** After it resolves nothing is written any more, and the data may be opened anew. */
  close(): Promise<void>
}

/** Keys are at most 1,900 bytes of UTF-8 and never empty. */
export interface Table<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  /** @returns whether there was something to delete. */
  delete(key: string): boolean
  /** Entries in key order, as they are when the iteration starts. */
  entries(range?: KeyRange): Iterable<[key: string, value: Value]>
}

export interface KeyRange {
  /** Only keys that start with it. */
  prefix?: string
  /** Only keys greater than this one. */
  after?: string
  limit?: number
}
