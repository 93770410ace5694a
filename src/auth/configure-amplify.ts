import { Amplify, createAmplifyContext } from 'aws-amplify'
import type { AmplifyContext, ResourcesConfig } from 'aws-amplify'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { createCredentialsProvider } from './session/credentials.ts'
import type { CredentialsProvider } from './session/credentials.ts'

let pool: AmplifyContext | undefined
let credentials: CredentialsProvider | undefined

export function configureAmplify(config: ResourcesConfig): void {
  // Amplify does so itself only where it brings the providers, too.
  if (config.Auth) cognitoUserPoolsTokenProvider.setAuthConfig(config.Auth)
  const tokenProvider = cognitoUserPoolsTokenProvider
  const credentialsProvider = createCredentialsProvider()
  credentials = credentialsProvider
  pool = createAmplifyContext(config, { Auth: { tokenProvider } })
  Amplify.configure(config, { Auth: { tokenProvider, credentialsProvider } })
}

/**
 * Amplify without the identity pool: for what needs a token alone, Amplify would fetch credentials as
 * well, and fail where they cannot be had.
 */
export function userPoolOnly(): AmplifyContext {
  if (!pool) throw new Error('configureAmplify() comes first.')
  return pool
}

/** For credentials that AWS no longer takes; tokens stay as they are. */
export function renewCredentials(): void {
  credentials?.renew()
}
