import * as client from 'openid-client'
import type { TestStandIn } from '../stand-in.ts'
import { createPageVisitor, type PageVisitor } from './page-visitor.ts'

/** The app client of the template, as `openid-client` has discovered it: every check of it is on. */
export async function discover(
  standIn: TestStandIn,
  authentication = client.None(),
): Promise<client.Configuration> {
  const { userPoolId, userPoolClientId } = standIn.config
  return client.discovery(
    new URL(`${standIn.url}/${userPoolId}`),
    userPoolClientId,
    undefined,
    authentication,
    // oxlint-disable-next-line typescript/no-deprecated -- marked to stand out: http, on loopback
    { execute: [client.allowInsecureRequests] },
  )
}

export interface StartedLogin {
  url: URL
  checks: client.AuthorizationCodeGrantChecks
}

/** An authorization request with PKCE, state and nonce, and what to check its answer against. */
export async function startLogin(
  configuration: client.Configuration,
  standIn: TestStandIn,
  parameters: Readonly<Record<string, string>> = {},
): Promise<StartedLogin> {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: callbackUrl(standIn),
    scope: 'openid email',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
    ...parameters,
  })
  return { url, checks: { pkceCodeVerifier, expectedState, expectedNonce } }
}

export function callbackUrl({ config }: TestStandIn): string {
  const [url] = config.redirectSignIn
  if (url === undefined) throw new Error('The template registers no callback URL')
  return url
}

/** A browser whose owner goes through the sign-in page. @returns where it ends up. */
export async function signInAt(
  visitor: PageVisitor,
  url: URL,
  { email, password }: { email: string; password: string },
): Promise<URL> {
  const page = await visitor.open(url)
  return visitor.leave(visitor.submit(page, 'Sign in', { Email: email, Password: password }))
}

/** The whole of a login by `openid-client`: sign in on the pages, redeem the code. */
export async function loginOf(
  standIn: TestStandIn,
  person: { email: string; password: string },
  parameters: Readonly<Record<string, string>> = {},
) {
  const configuration = await discover(standIn)
  const visitor = createPageVisitor()
  const { url, checks } = await startLogin(configuration, standIn, parameters)
  const callback = await signInAt(visitor, url, person)
  const tokens = await client.authorizationCodeGrant(configuration, callback, checks)
  return { configuration, visitor, callback, checks, tokens }
}
