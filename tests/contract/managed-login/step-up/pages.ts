import { withDefaults, type DomainLogin } from '../../../support/managed-login/domain-login.ts'
import { type PageVisitor, type VisitedPage } from '../../../support/managed-login/page-visitor.ts'
import { ada } from '../../../support/user-pools/people.ts'
import { mfaPool } from '../../../support/user-pools/second-factors.ts'
import { redirectedClient } from '../../../support/managed-login/start-managed-login.ts'

export const test = withDefaults(
  mfaPool({
    clients: [redirectedClient],
    allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
  }),
)

export const level = (number: number) => `urn:cognito:loa:${number}`

export function authorizeUrl(login: DomainLogin, parameters: Record<string, string> = {}): URL {
  const url = new URL(login.loginUrl.href.replace('/login?', '/oauth2/authorize?'))
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url
}

/** What the tokens of a callback tell, the refreshed ones included. */
export async function claimsOf(login: DomainLogin, callback: URL) {
  const redeem = async (form: Record<string, string>) => {
    const response = await fetch(`${login.url}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: redirectedClient.id, ...form }),
    })
    return (await response.json()) as Record<string, string>
  }
  const tokens = await redeem({
    grant_type: 'authorization_code',
    code: callback.searchParams.get('code') ?? '',
    redirect_uri: 'https://app.example/callback',
  })
  const { access_token, id_token, refresh_token = '' } = tokens
  const fresh = await redeem({ grant_type: 'refresh_token', refresh_token })
  return [access_token, id_token, fresh['access_token'], fresh['id_token']].map((token = '') => {
    const [, body = ''] = token.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
    const { acr, amr, auth_time } = claims
    return { acr, amr, auth_time }
  })
}

export function seconds(login: DomainLogin): number {
  return Math.floor(login.clock.now() / 1000)
}

/** On all tokens. */
export function all(claims: object): object[] {
  return [claims, claims, claims, claims]
}

async function enterName(visitor: PageVisitor, url: URL): Promise<VisitedPage> {
  const page = await visitor.submit(await visitor.open(url), 'Next', { Email: ada.Username })
  return page.url.pathname === '/selectFactor' ? visitor.submit(page, 'Use password') : page
}

export async function enterPassword(visitor: PageVisitor, url: URL): Promise<VisitedPage> {
  return visitor.submit(await enterName(visitor, url), 'Sign in', { Password: ada.Password })
}
