import { diagnosticsWords } from '#doctor-words/diagnostics'
import { countWords, outcomeWords } from '../../src/doctor/report/outcome.ts'
import type { CheckId, FindingStatus } from '../../src/doctor/finding.ts'
import type { Report } from './report.ts'

const { statuses, labels } = diagnosticsWords

const besidesWrong = ['doubtful', 'unknown', 'ok', 'not-applicable'] as const

/**
 * What the terminal says besides the findings, whose words are in `src/doctor/words`; as
 * far as it can, in the words of the page.
 */
export const terminalWords = {
  statuses: {
    ok: statuses.ok,
    wrong: statuses.wrong,
    doubtful: statuses.doubtful,
    unknown: statuses.unknown,
    'not-applicable': statuses['not-applicable'],
  } satisfies Record<FindingStatus, string>,
  labels,
  begin: (origin: string, source: string) => `Checking ${origin}, set up by ${source}.`,
  checking: (check: CheckId) => `Checking ${check} …`,
  end: ({ findings }: Pick<Report, 'findings'>) => {
    const wrong = findings.filter(({ status }) => status === 'wrong').map(({ check }) => check)
    const which = wrong.length > 0 ? `: ${wrong.join(', ')}` : ''
    const rest = countWords(findings, besidesWrong)
    return [`${outcomeWords(findings)}${which}`, rest].filter(Boolean).join('. ') + '.'
  },
  noConfiguration: (source: string) => ({
    summary: 'There is no AWS configuration, and no app that runs on the local AWS.',
    evidence: `There is neither .env.local nor amplify_outputs.json here, and nothing answers at ${source}.`,
    remedy: {
      text: 'Start the app on the local AWS with “npm start”, or fill .env.local with the IDs of your AWS resources (.env.example says which). An app that runs elsewhere: --origin https://….',
      console: 'Cognito › User pools › your pool › Overview',
    },
  }),
  nobody: 'Nobody was signed in. With --email you@example.com more can be told.',
  password: (email: string) => `Password of ${email}: `,
}
