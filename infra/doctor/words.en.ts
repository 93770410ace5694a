import { diagnosticsWords } from '../../src/ui/wording/diagnostics.en.ts'
import type { CheckId, FindingStatus } from '../../src/doctor/finding.ts'
import type { Report } from './report.ts'

const { statuses, labels, outcome, counts } = diagnosticsWords

/**
 * What the terminal says besides the findings, whose words are in `src/ui/wording/doctor.en.ts`; as
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
  end: ({ findings, counts: found }: Pick<Report, 'counts' | 'findings'>) =>
    [outcomeOf(findings, found), restOf(found)].filter(Boolean).join('. ') + '.',
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

function outcomeOf(findings: Report['findings'], found: Report['counts']): string {
  const wrong = findings.filter(({ status }) => status === 'wrong').map(({ check }) => check)
  if (wrong.length > 0) return `${outcome.wrong(wrong.length)}: ${wrong.join(', ')}`
  if (found.doubtful > 0) return outcome.doubtful(found.doubtful)
  return found.unknown > 0 ? outcome.unknown : outcome.ok
}

/** Worst first, as on the page. */
const order = ['doubtful', 'unknown', 'ok', 'not-applicable'] as const

function restOf(found: Report['counts']): string {
  return order
    .filter((status) => found[status] > 0)
    .map((status) => counts[status](found[status]))
    .join(' · ')
}
