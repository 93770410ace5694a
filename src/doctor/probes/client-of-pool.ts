import { addressesOf } from './addresses.ts'
import { readJson } from '../../cognito/read-json.ts'
import { askToken } from './ask-domain.ts'
import { isIssuerOfPool } from './issuer.ts'
import { readClaims } from './read-claims.ts'
import type { DoctorPorts } from '../ports.ts'
import { request } from './request.ts'

/**
 * Whether the app client is one of the user pool's: Cognito begins a sign-in with any client of the
 * region, whatever pool was meant. A token tells, or the pool's own domain, which knows no other
 * clients; the pool's discovery document names it.
 *
 * @returns undefined where neither can be had.
 */
export async function isClientOfPool(ports: DoctorPorts): Promise<boolean | undefined> {
  const session = await ports.session().catch(() => undefined)
  const claims = session && readClaims(session.idToken)
  if (claims?.['aud'] === ports.config.userPoolClientId) {
    return await isIssuerOfPool(ports, claims['iss'])
  }
  const domain = await domainOfPool(ports)
  const answer = domain === undefined ? undefined : await askToken(ports, domain)
  return answer?.kind === 'oauth' ? answer.error !== 'invalid_client' : undefined
}

async function domainOfPool(ports: DoctorPorts): Promise<string | undefined> {
  const { issuer } = addressesOf(ports.config)
  const response = await request(ports, `${issuer}/.well-known/openid-configuration`)
  const endpoint = response?.ok && (await readJson(response))?.['authorization_endpoint']
  return typeof endpoint === 'string' && URL.canParse(endpoint)
    ? new URL(endpoint).origin
    : undefined
}
