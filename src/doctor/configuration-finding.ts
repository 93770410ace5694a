import type { ConfigProblem } from '../config/config-error.ts'
import { configWords } from '../ui/wording/config.en.ts'
import { configurationWords } from '../ui/wording/doctor/configuration.en.ts'
import type { Finding } from './finding.ts'

/**
 * What a `ConfigError` says, as a finding: without a configuration no check can run. IDs of two
 * regions are the region's affair.
 */
export function configurationFinding(problems: readonly ConfigProblem[]): Finding {
  const texts = problems.map(textOf)
  if (problems.length > 0 && problems.every(({ kind }) => kind === 'other-region')) {
    return { check: 'region', status: 'wrong', ...configurationWords.otherRegion(texts) }
  }
  const key = problems.flatMap((problem) => ('key' in problem ? [problem.key] : []))[0]
  const where = key === undefined ? undefined : configWords.where(key)?.where
  return { check: 'configuration', status: 'wrong', ...configurationWords.wrong(texts, where) }
}

function textOf(problem: ConfigProblem): string {
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
