import { configurationFinding } from '../../src/doctor/report/configuration-finding.ts'
import type { Finding } from '../../src/doctor/finding.ts'
import { configurationWords } from '#doctor-words/configuration'
import type { Configuration } from './configuration.ts'
import { terminalWords } from './words.en.ts'

/** Why no other check can be run. */
export function unusableFinding(configuration: Exclude<Configuration, { kind: 'ready' }>): Finding {
  switch (configuration.kind) {
    case 'wrong':
      return configurationFinding(configuration.problems)
    case 'half-filled': {
      const { problems } = configuration
      const texts = problems.map(({ message }) => message)
      return wrong(configurationWords.wrong(texts, problems[0]?.where))
    }
    case 'none':
      return wrong(terminalWords.noConfiguration(configuration.source))
  }
}

function wrong(told: Omit<Finding, 'check' | 'status'>): Finding {
  return { check: 'configuration', status: 'wrong', ...told }
}
