import { consolePaths } from './console.ts'

/** How it was asked: a refusal was certain, so that nobody came to be. */
const asked = (answer: string) =>
  `A SignUp that no pool accepts (it sets email_verified) was refused with ${answer}.`

export const signUpWords = {
  asked,
  askedMalformed: (answer: string) =>
    `One whose address is none (“nobody”) was refused with ${answer}.`,
  mayNotGiveEmail: (evidence: string) => ({
    summary:
      'The app client may not write the e-mail address, which the page gives when somebody signs up.',
    evidence,
    remedy: {
      text: 'Let the app client write email.',
      console: consolePaths.attributes,
    },
  }),
  ok: (rules: string, evidence: string) => ({
    summary: `People can create an account with an e-mail address. ${rules}`,
    evidence,
  }),
  rules: {
    same: 'The password rules that the page shows are the pool’s.',
    notShown: 'The page shows no password rules, as the configuration has none.',
  },
  requires: (names: readonly string[]) =>
    `By the configuration the pool requires ${names.length === 0 ? 'no attribute' : names.join(', ')}.`,
  codeOrLink:
    'Whether the mail has a code or a link is not told to anybody before it is sent: the confirm page takes either.',
  schemaUntold: (rules: string, evidence: string) => ({
    summary:
      `Nothing was found that keeps people from creating an account. Whether the user pool requires more of them than the e-mail address cannot be asked without creating somebody. ${rules}`.trim(),
    evidence,
    remedy: {
      text: 'Compare: “Required attributes” has to have email alone. Or create an account on the sign-up page; it says what the pool refuses.',
      console: consolePaths.signUp,
    },
  }),
  lengthsUntold: (rules: string, evidence: string) => ({
    summary:
      `Nothing was found that keeps people from creating an account. Whether the user pool takes addresses of every length cannot be asked without creating somebody, and the configuration names no attributes. ${rules}`.trim(),
    evidence,
    remedy: {
      text: 'Compare: the attribute email has to have no minimum length, and no maximum below 2048. Or create an account on the sign-up page; it says what the pool refuses.',
      console: consolePaths.signUp,
    },
  }),
  someLengths: (least: number | undefined, most: number | undefined, evidence: string) => ({
    summary: `The user pool does not take addresses of every length: ${[
      least !== undefined && `at least ${least} characters`,
      most !== undefined && `at most ${most}`,
    ]
      .filter(Boolean)
      .join(', ')}.`,
    evidence,
    remedy: {
      text: 'What a schema has cannot be changed once a pool exists. Where some people’s addresses do not fit, create a pool without these limits, and configure its IDs.',
      console: consolePaths.signUp,
    },
  }),
  closed: (evidence: string) => ({
    summary: 'The user pool does not let people create an account by themselves.',
    evidence,
    remedy: {
      text: 'Switch on “Enable self-registration”, or create people as an administrator.',
      console: consolePaths.signUp,
    },
  }),
  notByEmail: (evidence: string) => ({
    summary: 'The user pool does not take an e-mail address as user name.',
    evidence,
    remedy: {
      text: 'This cannot be changed once a pool exists. Create one with “Email” among its options for sign-in identifiers, and configure its IDs.',
      console: consolePaths.signInOptions,
    },
  }),
  asksForMore: (evidence: string) => ({
    summary: 'The user pool requires an attribute that the app’s page does not ask for.',
    evidence,
    remedy: {
      text: 'What is required cannot be changed once a pool exists. Create one that requires the e-mail address alone, and configure its IDs.',
      console: consolePaths.signUp,
    },
  }),
  stricterPool: (evidence: string) => ({
    summary: 'The user pool asks for more of a password than the page shows.',
    evidence,
    remedy: {
      text: 'Build again after a change of the password policy, or bring the policy back to what the configuration has.',
      console: consolePaths.passwordPolicy,
    },
  }),
  stricterPage: (rules: readonly string[], evidence: string) => ({
    summary: `The page asks for more of a password than the user pool does: ${rules.join(', ')}.`,
    evidence,
    remedy: {
      text: 'Build again after a change of the password policy, or bring the policy back to what the configuration has.',
      console: consolePaths.passwordPolicy,
    },
  }),
  rulesUntold: (evidence: string) => ({
    summary:
      'People can create an account with an e-mail address. Whether the password rules that the page shows are the pool’s cannot be asked without creating somebody.',
    evidence,
    remedy: {
      text: 'Compare the rules below the field for a new password with the pool’s.',
      console: consolePaths.passwordPolicy,
    },
  }),
  untold: (evidence: string) => ({
    summary: 'Whether people can create an account could not be told.',
    evidence,
    remedy: {
      text: 'Where a firewall (AWS WAF) or a trigger of the pool refused, it may be meant to. Else try again in a minute.',
      console: consolePaths.signUp,
    },
  }),
  ruleNames: {
    length: 'so many characters',
    requireLowercase: 'a lower-case letter',
    requireUppercase: 'an upper-case letter',
    requireNumbers: 'a number',
    requireSymbols: 'a symbol',
  },
  policyAsked: (results: readonly string[]) => `Passwords tried: ${results.join('; ')}.`,
  tried: (what: string, isRefused: boolean) =>
    `${what} ${isRefused ? 'was refused' : 'was let through'}`,
  allRules: 'one that meets just what the page asks for',
  breaking: {
    length: 'one that is a character shorter',
    requireLowercase: 'one without a lower-case letter',
    requireUppercase: 'one without an upper-case letter',
    requireNumbers: 'one without a number',
    requireSymbols: 'one without a symbol',
  },
}
