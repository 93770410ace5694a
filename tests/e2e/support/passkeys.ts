import type { Page } from '@playwright/test'

/**
 * An authenticator of the browser's own making, which says yes to everything.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/
 */
export async function addAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    async passkeys() {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId })
      return credentials
    },
    /** Whether people prove that it is them when they are asked. */
    answers: (isUserVerified: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

/** A pool whose people may have an authenticator app, and passkeys of this host. */
export const factors = [
  ['            - !If [HasPasskeys, WEB_AUTHN, !Ref AWS::NoValue]\n', '            - WEB_AUTHN\n'],
  [
    '      WebAuthnFactorConfiguration: !If [HasMfa, MULTI_FACTOR_WITH_USER_VERIFICATION, SINGLE_FACTOR]\n',
    '',
  ],
  ['      WebAuthnUserVerification: required\n', ''],
] as const
