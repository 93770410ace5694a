import { toHex } from '../../core/encoding/hex.ts'
import { checkSecret } from '../checks/client-secret.ts'
import type { Provider } from '../provider.ts'
import { openIdClaims, openIdUserInfo } from './open-id-claims.ts'
import { oauthRefusal } from './refusals.ts'

/**
 * A company's own provider, or whatever else speaks OpenID Connect: nothing in it but the standard.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html
 */
export const company: Provider = {
  slug: 'company',
  scopes: { openid: [], email: ['email'], profile: ['name', 'picture'] },
  saysVerified: true,
  openId: {
    namesIssuer: true,
    claims: openIdClaims,
    claimNames: ['email', 'email_verified', 'family_name', 'given_name', 'name', 'picture'],
    authMethods: ['client_secret_basic', 'client_secret_post'],
  },
  tokenMethods: ['POST'],
  checkClient: checkSecret,
  accessTokenPrefix: 'local-',
  tokenType: 'Bearer',
  accessTokenSeconds: 3600,
  namesScope: true,
  refuseToken: oauthRefusal({ invalid_client: 401 }),
  userInfo: openIdUserInfo,
  cancelled: { error: 'access_denied', error_description: 'The person cancelled the request.' },
  subjectOf: (hash) => `employee-${toHex(hash).slice(0, 16)}`,
}
