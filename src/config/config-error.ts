export type ConfigProblem =
  /** The document as a whole: not reached, no such file, or not JSON. */
  | { kind: 'unreachable' | 'not-found' | 'not-json' }
  /** A key of it. */
  | { kind: 'missing' | 'malformed'; key: string; value?: string }
  /** Of no use without another key, which is not there. */
  | { kind: 'needed'; key: string; by: string }
  /** Two keys that name different regions. */
  | { kind: 'other-region'; key: string; value: string; region: string }
  /** A build for the local AWS, opened from another machine. */
  | { kind: 'local-elsewhere'; host: string }

/** The app cannot start: `problems` says why, key by key. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    super(`/config.json: ${problems.map(describe).join(', ')}`)
    this.problems = problems
  }
}

function describe(problem: ConfigProblem): string {
  return 'key' in problem ? `${problem.key} is ${problem.kind}` : problem.kind
}
