import type { IdentityProviderType } from '../../user-pools/config.ts'

/** In what the kinds of identity providers differ. */
export interface ProviderTraits {
  /** Whether an ID token says who it is; where not, only the user info does. */
  isOpenId: boolean
  /** The claim that is the person's id there. */
  subjectClaim: string
  /** What is asked for where the configuration says nothing. */
  scopes: string
  tokenMethod: 'GET' | 'POST'
  hasUserInfo: boolean
  /** PKCE as S256 (RFC 7636). Of an OIDC provider its discovery document says. */
  knowsPkce: boolean
  takesLoginHint: boolean
}

const oidc: ProviderTraits = {
  isOpenId: true,
  subjectClaim: 'sub',
  scopes: 'openid',
  tokenMethod: 'POST',
  hasUserInfo: true,
  knowsPkce: false,
  takesLoginHint: true,
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-social-idp.html */
export const providerTraits: Readonly<Record<IdentityProviderType, ProviderTraits>> = {
  OIDC: oidc,
  Google: { ...oidc, scopes: 'email profile openid', knowsPkce: true },
  SignInWithApple: { ...oidc, scopes: 'email name', hasUserInfo: false, takesLoginHint: false },
  Facebook: {
    isOpenId: false,
    subjectClaim: 'id',
    scopes: 'public_profile, email',
    tokenMethod: 'GET',
    hasUserInfo: true,
    knowsPkce: true,
    takesLoginHint: false,
  },
  LoginWithAmazon: {
    isOpenId: false,
    subjectClaim: 'user_id',
    scopes: 'profile postal_code',
    tokenMethod: 'POST',
    hasUserInfo: true,
    knowsPkce: true,
    takesLoginHint: false,
  },
}
