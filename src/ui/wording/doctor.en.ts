/** What each check is called, and what any of them may have to say. Each has its own words below `doctor/`. */
export const doctorWords = {
  titles: {
    configuration: 'Configuration',
    region: 'Region',
    storage: 'Storage of this browser',
    clock: 'Clock',
    'user-pool': 'User pool',
    'app-client': 'App client',
    'sign-up': 'Creating an account',
    account: 'Your account',
    domain: 'Managed login',
    'callback-url': 'Callback and sign-out URLs',
    'identity-pool': 'Identity pool',
    role: 'What a signed-in person may do',
    bucket: 'Bucket',
    cors: 'Bucket, asked by this page (CORS)',
  },

  failed: (name: string) => ({
    summary: 'This check could not be completed.',
    evidence: `It stopped at an error of its own: ${name}.`,
  }),

  /** An earlier finding has to be mended first. */
  waitsFor: (title: string, why: string) => ({
    summary: `Not asked: “${title}” stands in the way.`,
    evidence: why,
  }),
}
