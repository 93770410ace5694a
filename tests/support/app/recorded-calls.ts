/** The Cognito operations that a page has called since, oldest first. */
export interface RecordedCalls {
  readonly operations: readonly string[]
  /** @returns what was called until now, and starts anew. */
  take: () => string[]
  stop: () => void
}

/** Listens to the page's own `fetch`, from now on. */
export function recordCalls(): RecordedCalls {
  const original = window.fetch.bind(window)
  let operations: string[] = []
  window.fetch = (input, init) => {
    const target = new Headers(init?.headers).get('x-amz-target')
    if (target !== null) operations.push(target.split('.')[1] ?? target)
    return original(input, init)
  }
  return {
    get operations() {
      return operations
    },
    take() {
      const taken = operations
      operations = []
      return taken
    },
    stop: () => void (window.fetch = original),
  }
}
