interface ProviderAccounts {
  /** Where people see which apps they have let in. */
  connections: string
  /** Whether it says of an address that it is verified: nothing is linked on the word of one that never does. */
  saysVerified: boolean
}

/** What is to be known of accounts at the providers that the pool has by name. */
export const providerAccounts: Readonly<Record<string, ProviderAccounts | undefined>> = {
  Google: { connections: 'https://myaccount.google.com/connections', saysVerified: true },
  Facebook: {
    connections: 'https://www.facebook.com/settings/?tab=applications',
    saysVerified: false,
  },
  Apple: { connections: 'https://account.apple.com/account/manage', saysVerified: true },
  Amazon: { connections: 'https://www.amazon.com/ap/adam', saysVerified: false },
}
