import type { ResourcesConfig } from 'aws-amplify'
import type { AppConfig, Factors } from './app-config.ts'

type AuthConfig = NonNullable<ResourcesConfig['Auth']>
type LoginWith = NonNullable<AuthConfig['Cognito']['loginWith']>

/** What the app client allows; the last one lets people manage their own account. */
export const scopes = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin']

/** What Amplify is configured with, and what our own calls of it go by. */
interface ResourcesAndFlow extends ResourcesConfig {
  /** To Cognito, over TLS: people of another directory cannot prove theirs in another way. */
  sendsPassword?: true
}

/** @param origin stands in for the redirect lists where they are empty. */
export function toResourcesConfig(config: AppConfig, origin: string): ResourcesAndFlow {
  const { region, bucket, examples } = config
  return {
    ...(examples?.includes('MIGRATION') && { sendsPassword: true }),
    Auth: toAuthConfig(config, origin),
    ...(bucket !== undefined && { Storage: { S3: { bucket, region } } }),
  }
}

function toAuthConfig(config: AppConfig, origin: string): AuthConfig {
  const { userPoolId, userPoolClientId, identityPoolId, local } = config
  const userPool = {
    userPoolId,
    userPoolClientId,
    loginWith: toLoginWith(config, origin),
    ...(config.factors && { passwordless: toPasswordless(config.factors) }),
    ...(local && { userPoolEndpoint: local.userPoolEndpoint }),
  }
  if (identityPoolId === undefined) return { Cognito: userPool }
  return {
    Cognito: {
      ...userPool,
      identityPoolId,
      ...(local && { identityPoolEndpoint: local.identityPoolEndpoint }),
    },
  }
}

function toPasswordless({ first, relyingParty }: Factors) {
  return {
    emailOtpEnabled: first.includes('EMAIL_OTP'),
    smsOtpEnabled: first.includes('SMS_OTP'),
    ...(first.includes('WEB_AUTHN') &&
      relyingParty !== undefined && { webAuthn: { relyingPartyId: relyingParty } }),
  }
}

function toLoginWith(config: AppConfig, origin: string): LoginWith {
  const { domain, redirectSignIn, redirectSignOut } = config
  if (domain === undefined) return { email: true }
  return {
    email: true,
    oauth: {
      domain,
      scopes,
      redirectSignIn: ownAddresses(redirectSignIn, origin, '/callback'),
      redirectSignOut: ownAddresses(redirectSignOut, origin, '/'),
      responseType: 'code',
    },
  }
}

/**
 * The one registered address that leads here: this app's own, else another of this origin, as a pool
 * that was made for another app may have it (`navigation/answer-address.ts`). Of several on one host
 * Amplify would take the first, whatever its port; a list without any of this origin it refuses.
 */
function ownAddresses(registered: readonly string[], origin: string, path: string): string[] {
  const own = `${origin}${path}`
  if (registered.length === 0 || registered.includes(own)) return [own]
  return registered.filter((address) => new URL(address).origin === origin).slice(0, 1)
}
