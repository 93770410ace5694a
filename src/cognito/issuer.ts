import { readJson } from './read-json.ts'

/**
 * Whether tokens with this `iss` are the pool's. A pool has one of two issuers in AWS, and its
 * discovery document names whatever it has elsewhere; the id alone decides nothing.
 *
 * @param address of the pool at the user pools' endpoint, without a slash at its end.
 * @param request answers undefined where nothing is reached.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html
 */
export async function isIssuerOfPool(
  iss: unknown,
  address: string,
  request: (url: string) => Promise<Response | undefined>,
): Promise<boolean> {
  const updated = address.replace('https://cognito-idp.', 'https://issuer-cognito-idp.')
  if (iss === address || iss === updated) return true
  const response = await request(`${address}/.well-known/openid-configuration`)
  const published = response?.ok ? (await readJson(response))?.['issuer'] : undefined
  return published !== undefined && iss === published
}
