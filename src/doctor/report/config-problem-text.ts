import type { ConfigProblem } from '../../config/config-error.ts'
import { configWords } from '#words/config'

/** What is wrong with a configuration, one sentence for each problem. */
export function configProblemText(problem: ConfigProblem): string {
  switch (problem.kind) {
    case 'missing':
      return configWords.missing(problem.key)
    case 'malformed':
      return configWords.malformed(problem.key, problem.value ?? '')
    case 'needed':
      return configWords.needed(problem.key, problem.by)
    case 'other-region':
      return configWords.otherRegion(problem.key, problem.value, problem.region)
    case 'local-elsewhere':
      return configWords.localElsewhere(problem.host)
    default:
      return configWords[problem.kind]
  }
}
