const things = (count: number) => (count === 1 ? '1 thing' : `${count} things`)

/** What page and terminal say besides the findings, whose words have a file for each check. */
export const diagnosticsWords = {
  title: 'Diagnostics',
  intro:
    'Asks this app, this browser and AWS whether everything fits together. Nothing is changed; what is written to see whether it can be is removed again.',

  /** In words beside each icon: colour alone tells nothing. */
  statuses: {
    ok: 'Works',
    wrong: 'Needs mending',
    doubtful: 'Could be better',
    unknown: 'Could not be told',
    'not-applicable': 'Not asked',
    waiting: 'Waiting',
    checking: 'Checking',
  },

  outcome: {
    checking: (title: string) => `Checking: ${title}`,
    progress: (done: number, all: number) => `${done} of ${all} checked`,
    wrong: (count: number) => `${things(count)} ${count === 1 ? 'needs' : 'need'} mending`,
    doubtful: (count: number) => `Everything works; ${things(count)} could be better`,
    unknown: 'Everything that could be checked works',
    ok: 'Everything works',
  },
  counts: {
    ok: (count: number) => `${count} ${count === 1 ? 'works' : 'work'}`,
    wrong: (count: number) => `${count} ${count === 1 ? 'needs' : 'need'} mending`,
    doubtful: (count: number) => `${count} could be better`,
    unknown: (count: number) => `${count} could not be told`,
    'not-applicable': (count: number) => `${count} not asked`,
  },
  started: 'Checking. This takes a few seconds.',

  problems: 'What was found',
  findings: 'All checks',
  labels: {
    evidence: 'How we know',
    remedy: 'What to do',
    console: 'Where',
    template: 'In the template',
  },
  templateLine: (line: number, place: string) => `infra/template.yaml:${line} (${place})`,
  templatePlace: (place: string) => `infra/template.yaml (${place})`,

  signedOut: 'Signed out, the account and what it may do cannot be checked.',
  signIn: 'Sign in to check those too',
  terminal:
    'A page may not read everything that AWS answers. “npm run doctor” in a terminal runs the same checks without that limit.',

  again: 'Run again',
  copy: 'Copy report',
  copied: 'The report is copied, without tokens and e-mail addresses.',
  notCopied: 'This browser did not let the page copy. Here is the report to copy by hand.',
  report: 'Report',
  reportHeading: (product: string) => `${product}: diagnostics`,

  noConfiguration: (title: string) => ({
    summary: `Not checked: “${title}” comes first.`,
    evidence: 'Without a configuration the app does not know whom to ask.',
  }),
}
