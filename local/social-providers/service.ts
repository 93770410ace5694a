import type { ProviderEndpoints } from '../core/provider-endpoints.ts'
import type { Runtime } from '../core/runtime.ts'
import type { Service } from '../core/service.ts'
import { basePath, endpointsOf } from './endpoints.ts'
import { createRegistrations } from './registration.ts'
import { templateParameters } from './template-parameters.ts'

export interface SocialProvidersOptions {
  /** Where the Cognito port answers, without trailing slash. */
  cognitoUrl: string
  runtime: Runtime
  /**
   * Where a sign-in may end in the browser: the callback URLs of the app clients. Called at each
   * use: the template may be edited while the local AWS runs.
   */
  callbackUrls: () => readonly string[]
}

export interface SocialProviders {
  /** Whether a path is one of its own; it answers to no other. */
  handles: (pathname: string) => boolean
  fetch: Service
  /**
   * Stand-in values for the template's parameters, the same for as long as the data is kept. A
   * client id, secret or key of one's own wins over them, and is then refused here.
   */
  parameters: () => Promise<Record<string, string>>
  /** By type of the user pool's provider. The OIDC one is found by discovery from `OidcIssuer`. */
  endpoints: Readonly<Record<SocialProviderType, ProviderEndpoints>>
}

export type SocialProviderType = 'Google' | 'Facebook' | 'SignInWithApple' | 'LoginWithAmazon'

/** The local Google, Facebook, Apple, Amazon, and a company's own OpenID provider. */
export function createSocialProviders({
  cognitoUrl,
  runtime,
}: SocialProvidersOptions): SocialProviders {
  const registrations = createRegistrations(runtime)
  return {
    handles: (pathname) => pathname.startsWith(`${basePath}/`),
    fetch: () => Promise.resolve(new Response('Not found\n', { status: 404 })),
    parameters: () => templateParameters(cognitoUrl, registrations),
    endpoints: {
      Google: endpointsOf(cognitoUrl, 'google'),
      Facebook: endpointsOf(cognitoUrl, 'facebook'),
      SignInWithApple: endpointsOf(cognitoUrl, 'apple'),
      LoginWithAmazon: endpointsOf(cognitoUrl, 'amazon'),
    },
  }
}
