/** What `/account/logins` says. */
export const loginsWords = {
  title: 'Linked logins',
  intro: 'The ways that lead to this account.',
  yours: 'Your logins',
  password: 'E-mail address and password',
  passwordText: 'The account’s own.',
  passwordProvider: (provider: string) =>
    `You came by ${provider} first. Cognito gives no password to such an account; signing up with one would begin a second account.`,
  set: 'Set',
  none: 'None',
  managePassword: 'Manage password',
  linked: 'Linked',
  thisOne: 'This session',
  id: 'Your id there:',
  since: 'Linked',
  atProvider: (provider: string) => `Open at ${provider}`,
  noneLinked: 'No other login leads here yet.',

  another: 'Link another',
  anotherText: (email: string) =>
    `An account at a provider that has the address ${email}, verified there, leads here once you sign in with it, where this app is set up to link. Otherwise a second, empty account begins, which you can delete.`,
  how: (provider: string) =>
    `You are signed out here, choose ${provider} on the sign-in page, and come back to this page.`,
  link: (provider: string) => `Link ${provider}`,
  never: (provider: string) =>
    `${provider} does not say whether an address is verified, so it is never linked: whoever signs in with it has an account of its own.`,
  notForProvider: (provider: string) =>
    `You came by ${provider} first, and Cognito links nothing further to such an account.`,
  needsAddress:
    'It takes an e-mail address that is verified here: verify yours under Personal information first.',

  unlink: 'Unlink',
  unlinkText:
    'Cognito lets nobody unlink a login by themselves: only whoever runs this app can, on request (AdminDisableProviderForUser).',
  unlinkMeanwhile:
    'Until then you can take this app’s access away at the provider: it then asks you anew before it leads here.',
  unlinkOnly: (provider: string) =>
    `${provider} is your only way in, so unlinking it would lock you out. What you can do is delete the account.`,
}
