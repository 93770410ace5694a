const titles = {
  configuration: 'Configuration',
  region: 'Region',
  storage: 'Storage of this browser',
  clock: 'Clock',
  'user-pool': 'User pool',
  'app-client': 'App client',
  'sign-up': 'Creating an account',
  account: 'Your account',
  'first-factors': 'Signing in by a code',
  passkeys: 'Passkeys',
  'second-factors': 'Second step of signing in',
  'threat-protection': 'Threat protection',
  domain: 'Managed login',
  'callback-url': 'Callback and sign-out URLs',
  'identity-pool': 'Identity pool',
  role: 'What a signed-in person may do',
  bucket: 'Bucket',
  cors: 'Bucket, asked by a page (CORS)',
} as const

/** What each check is called, and what any may have to say; each has words of its own beside this. */
export const doctorWords = {
  titles,

  failed: (name: string) => ({
    summary: 'This check could not be completed.',
    evidence: `It stopped at an error of its own: ${name}.`,
  }),

  /** Another finding has to be mended first. */
  waitsFor: (check: keyof typeof titles) => ({
    summary: `Not asked: mend “${titles[check]}” first.`,
    evidence: 'That finding stands in the way of this one.',
  }),

  /** How AWS refused; its messages to strangers have no secrets in them. */
  refused: (name: string, message: string) =>
    message === '' ? name : `${name}: “${message.trim().replace(/\.$/, '')}”`,
  nothing: 'nothing at all',
}
