import { scopes, toResourcesConfig } from '../../config/amplify-config.ts'
import { addressesOf } from './addresses.ts'
import { readJson } from '../../cognito/read-json.ts'
import type { DoctorPorts } from '../ports.ts'
import { request } from './request.ts'

/**
 * The two addresses that the app sends along, and that the client has to have, to the letter. Where
 * the configuration lists none of this origin the app sends none, and these would be the ones.
 */
export function ownUrls({ config, origin }: DoctorPorts): { callback: string; signOut: string } {
  const { oauth } = toResourcesConfig(config, origin).Auth?.Cognito.loginWith ?? {}
  const [callback = `${origin}/callback`] = oauth?.redirectSignIn ?? []
  const [signOut = `${origin}/`] = oauth?.redirectSignOut ?? []
  return { callback, signOut }
}

export type TokenAnswer =
  /** An error of OAuth: managed login answers, and this is what it thinks of the client. */
  | { kind: 'oauth'; error: string }
  /** Something answers, but not managed login. */
  | { kind: 'foreign'; status: number }
  | { kind: 'unread' }

/** Asks for tokens with a code that there never was. Any page may read the answer. */
export async function askToken(ports: DoctorPorts, domain: string): Promise<TokenAnswer> {
  const response = await request(ports, `${domain}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: ports.config.userPoolClientId,
      code: 'doctor',
      redirect_uri: ownUrls(ports).callback,
      code_verifier: verifier,
    }),
  })
  if (!response) return { kind: 'unread' }
  const error = (await readJson(response))?.['error']
  return typeof error === 'string'
    ? { kind: 'oauth', error }
    : { kind: 'foreign', status: response.status }
}

/** As the app sends people there; see RFC 7636, appendix B, for the two values. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

export function authorizationQuery(ports: DoctorPorts): string {
  return new URLSearchParams({
    redirect_uri: ownUrls(ports).callback,
    response_type: 'code',
    client_id: ports.config.userPoolClientId,
    scope: scopes.join(' '),
    state: 'doctor',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }).toString()
}

export interface PageAnswer {
  status: number
  location: URL | undefined
  text: string
}

/** Where a request to managed login leads, or what it shows, for who reads every answer. */
export async function askPage(ports: DoctorPorts, path: string): Promise<PageAnswer | undefined> {
  const { domain = '' } = addressesOf(ports.config)
  const url = `${domain}${path}`
  const response = await request(ports, url, { redirect: 'manual' })
  if (!response) return undefined
  const location = response.headers.get('location')
  return {
    status: response.status,
    location: location === null ? undefined : new URL(location, url),
    text: await response.text().catch(() => ''),
  }
}
