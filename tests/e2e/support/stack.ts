/**
 * The stack under test: the local AWS that `playwright.config.ts` starts, or, with `BASE_URL`, an app
 * that is served already, on real AWS too.
 */
export const givenUrl: string | undefined = process.env['BASE_URL']

/** The app's origin. */
export const appUrl = givenUrl ?? 'http://localhost:4173'

/**
 * What drives the local AWS itself, or reads its inbox beyond the newest code: its providers and pages,
 * its faults, stacks with one thing broken. Single tests have the tag `@local`.
 */
export const needsTheLocalAws = [
  'calls',
  'codes',
  'cross-site-post',
  'managed-login',
  'partial-configuration',
  'redirect',
  'social*',
  'troubleshooting*',
  'web-aws',
].map((name) => `**/${name}.spec.ts`)
