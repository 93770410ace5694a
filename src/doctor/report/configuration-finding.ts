import type { ConfigProblem } from '../../config/config-error.ts'
import { configWords } from '#words/config'
import { configProblemText } from './config-problem-text.ts'
import { configurationWords } from '#doctor-words/configuration'
import type { Finding } from '../finding.ts'

/**
 * What a `ConfigError` says, as a finding: without a configuration no check can run. IDs of two
 * regions are the region's affair.
 */
export function configurationFinding(problems: readonly ConfigProblem[]): Finding {
  const texts = problems.map(configProblemText)
  if (problems.length > 0 && problems.every(({ kind }) => kind === 'other-region')) {
    return { check: 'region', status: 'wrong', ...configurationWords.otherRegion(texts) }
  }
  const key = problems.flatMap((problem) => ('key' in problem ? [problem.key] : []))[0]
  const where = key === undefined ? undefined : configWords.where(key)?.where
  return { check: 'configuration', status: 'wrong', ...configurationWords.wrong(texts, where) }
}
