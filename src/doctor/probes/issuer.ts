import type { DoctorPorts } from '../ports.ts'
import { addressesOf } from './addresses.ts'
import { readJson } from '../../cognito/read-json.ts'
import { request } from './request.ts'

/**
 * Whether tokens with this `iss` are the configured pool's. A pool has one of two issuers in AWS, and
 * its discovery document names whatever it has elsewhere; the id alone decides nothing.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html
 */
export async function isIssuerOfPool(ports: DoctorPorts, iss: unknown): Promise<boolean> {
  const { issuer: address } = addressesOf(ports.config)
  const updated = address.replace('https://cognito-idp.', 'https://issuer-cognito-idp.')
  if (iss === address || iss === updated) return true
  const response = await request(ports, `${address}/.well-known/openid-configuration`)
  const published = response?.ok ? (await readJson(response))?.['issuer'] : undefined
  return published !== undefined && iss === published
}
