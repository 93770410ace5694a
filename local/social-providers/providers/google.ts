import { checkSecret } from '../checks/client-secret.ts'
import { digitsOf } from './subject-shapes.ts'
import { oauthRefusal } from './refusals.ts'
import { openIdClaims, openIdUserInfo } from './open-id-claims.ts'
import type { Provider } from '../provider.ts'

const profile = ['name', 'picture'] as const
const email = ['email'] as const

/**
 * Google: plain OpenID Connect, with its own names for scopes beside the standard ones. `hd` is not
 * sent: nobody here belongs to a Workspace domain.
 *
 * @see https://developers.google.com/identity/openid-connect/openid-connect
 */
export const google: Provider = {
  slug: 'google',
  scopes: {
    openid: [],
    email,
    profile,
    'https://www.googleapis.com/auth/userinfo.email': email,
    'https://www.googleapis.com/auth/userinfo.profile': profile,
  },
  saysVerified: true,
  openId: {
    claims: (ctx, grant) => ({ azp: grant.clientId, ...openIdClaims(ctx, grant) }),
    claimNames: ['email', 'email_verified', 'family_name', 'given_name', 'name', 'picture'],
    authMethods: ['client_secret_post', 'client_secret_basic'],
  },
  tokenMethods: ['POST'],
  checkClient: checkSecret,
  accessTokenPrefix: 'ya29.local-',
  tokenType: 'Bearer',
  accessTokenSeconds: 3599,
  namesScope: true,
  refuseToken: oauthRefusal({ invalid_client: 401 }),
  userInfo: openIdUserInfo,
  cancelled: { error: 'access_denied' },
  subjectOf: (hash) => `1${digitsOf(hash, 20)}`,
}
