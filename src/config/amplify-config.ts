import type { ResourcesConfig } from 'aws-amplify'
import type { AppConfig } from './app-config.ts'

type AuthConfig = NonNullable<ResourcesConfig['Auth']>
type LoginWith = NonNullable<AuthConfig['Cognito']['loginWith']>

/** What the app client allows; the last one lets people manage their own account. */
const scopes = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin']

/** @param origin stands in for the redirect lists where they are empty. */
export function toResourcesConfig(config: AppConfig, origin: string): ResourcesConfig {
  const { region, bucket } = config
  return {
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

function toLoginWith(config: AppConfig, origin: string): LoginWith {
  const { domain, redirectSignIn, redirectSignOut } = config
  if (domain === undefined) return { email: true }
  return {
    email: true,
    oauth: {
      domain,
      scopes,
      redirectSignIn: redirectSignIn.length > 0 ? [...redirectSignIn] : [`${origin}/callback`],
      redirectSignOut: redirectSignOut.length > 0 ? [...redirectSignOut] : [`${origin}/`],
      responseType: 'code',
    },
  }
}
