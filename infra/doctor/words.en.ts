import type { CheckId, FindingStatus } from '../../src/doctor/finding.ts'
import type { Report } from './report.ts'

/** What the terminal says besides the findings, whose words are in `src/ui/wording/doctor.en.ts`. */
export const doctorWords = {
  statuses: {
    ok: 'ok',
    wrong: 'WRONG',
    doubtful: 'doubtful',
    unknown: 'unknown',
    'not-applicable': 'not needed',
  } satisfies Record<FindingStatus, string>,
  labels: {
    evidence: 'How we know',
    remedy: 'What to do',
    console: 'Where',
    template: 'Template',
  },
  begin: (origin: string, source: string) => `Checking ${origin}, set up by ${source}.`,
  checking: (check: CheckId) => `Checking ${check} …`,
  end: ({ counts, findings }: Pick<Report, 'counts' | 'findings'>) =>
    [outcome(findings), rest(counts)].filter(Boolean).join(' '),
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

function outcome(findings: Report['findings']): string {
  const wrong = findings.filter(({ status }) => status === 'wrong').map(({ check }) => check)
  if (wrong.length === 0) return 'Nothing is wrong.'
  return wrong.length === 1
    ? `1 thing is wrong: ${wrong[0] ?? ''}.`
    : `${wrong.length} things are wrong: ${wrong.join(', ')}.`
}

function rest({ ok, doubtful, unknown }: Report['counts']): string {
  const parts = [
    ok > 0 && `${ok} ok`,
    doubtful > 0 && `${doubtful} doubtful`,
    unknown > 0 && `${unknown} could not be told from here`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '' : `${parts.join(', ')}.`
}
