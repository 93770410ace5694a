import * as client from 'openid-client'
import {
  discoverProvider,
  type RunningSocialProviders,
} from '../../support/social-providers/start-social-providers.ts'
import type { PageVisitor, VisitedPage } from '../../support/managed-login/page-visitor.ts'

interface Started {
  configuration: client.Configuration
  url: URL
  checks: client.AuthorizationCodeGrantChecks
}

/** A sign-in at Google, as a user pool begins it. */
export async function start(
  social: RunningSocialProviders,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const authentication = client.ClientSecretPost(social.parameters.GoogleClientSecret)
  const configuration = await discoverProvider(social, 'google', 'local-google', authentication)
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: social.redirectUri,
    scope: 'email profile openid',
    state: expectedState,
    nonce: expectedNonce,
    ...parameters,
  })
  return { configuration, url, checks: { expectedState, expectedNonce } }
}

/** The whole of a sign-in. @returns what the ID token says. */
export async function signIn(
  social: RunningSocialProviders,
  visitor: PageVisitor,
  button = 'Continue as Ada Lovelace',
  values: Readonly<Record<string, string>> = {},
) {
  const { configuration, url, checks } = await start(social)
  const page = await visitor.submit(await visitor.open(url), button, values)
  const tokens = await client.authorizationCodeGrant(configuration, page.url, checks)
  return tokens.claims()
}

export function buttons({ document }: VisitedPage): string[] {
  return [...document.querySelectorAll('button[name=account]')].map(({ textContent }) =>
    textContent.trim(),
  )
}

/** The answer that came back, or undefined where a page is shown. */
export function answerOf({ url }: VisitedPage): Record<string, string> | undefined {
  if (url.pathname !== '/oauth2/idpresponse') return undefined
  return Object.fromEntries(url.searchParams)
}

export const ada = {
  sub: '118151210000000000001',
  name: 'Ada Lovelace',
  given_name: 'Ada',
  family_name: 'Lovelace',
  email: 'ada@example.com',
  email_verified: true,
}
