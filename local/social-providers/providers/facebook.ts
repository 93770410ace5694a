import { checkSecret } from '../checks/client-secret.ts'
import type { Provider } from '../provider.ts'
import { refuseAsGraph } from './facebook-errors.ts'
import { graphNode } from './facebook-graph.ts'
import { digitsOf } from './subject-shapes.ts'

/**
 * Facebook, as Cognito uses it: OAuth 2.0 without OpenID Connect, a token endpoint that is read by
 * GET, and a graph whose nodes give the fields that are asked for.
 *
 * @see https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow
 */
export const facebook: Provider = {
  slug: 'facebook',
  scopes: { public_profile: ['name', 'picture'], email: ['email'] },
  defaultScope: 'public_profile',
  scopeSeparator: /[\s,]+/,
  asks: 'share-email',
  defaultGrantType: 'authorization_code',
  tokenMethods: ['GET', 'POST'],
  checkClient: checkSecret,
  accessTokenPrefix: 'EAALocal',
  tokenType: 'bearer',
  // Sixty days.
  accessTokenSeconds: 5_184_000,
  refuseToken: refuseAsGraph,
  userInfo: {
    methods: ['GET'],
    takesTokenParameter: true,
    answer: graphNode,
    refuse: refuseAsGraph,
  },
  cancelled: {
    error: 'access_denied',
    error_code: '200',
    error_description: 'Permissions error',
    error_reason: 'user_denied',
  },
  subjectOf: (hash) => `10${digitsOf(hash, 15)}`,
}
