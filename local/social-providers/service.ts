import { createAuthorizationCodes } from '../authorization-server/authorization-codes.ts'
import { createBrowserSessions } from '../authorization-server/browser-sessions.ts'
import { createInstallationSigningKey } from '../core/crypto/installation-signing-key.ts'
import type { ProviderEndpoints } from '../core/ports/provider-endpoints.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import { basePathOf } from '../http/base-path.ts'
import { createAccessTokens } from './access-tokens.ts'
import { createAccounts } from './people/accounts.ts'
import { answerRequest } from './answer-request.ts'
import { createConsents } from './people/consents.ts'
import { endpointsOf, pathOf, root } from './endpoints.ts'
import type { Grant } from './grant.ts'
import type { Provider, ProviderContext, ProviderSession } from './provider.ts'
import { amazon } from './providers/amazon.ts'
import { apple } from './providers/apple.ts'
import { company } from './providers/company.ts'
import { facebook } from './providers/facebook.ts'
import { google } from './providers/google.ts'
import { clientOf, createRegistrations, type Registrations } from './registration.ts'
import { routesOf } from './routes.ts'
import { templateParameters } from './template-parameters.ts'
import { keptTable } from '../core/store/kept-tables.ts'

const signingKeysTable = keptTable('social-providers/signing-keys')

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
  /** @param pathname of the request, below the base path. */
  fetch: (request: Request, pathname?: string) => Promise<Response>
  /** Method and path of each endpoint of each provider. */
  operations: readonly string[]
  /**
   * Stand-in values for the template's parameters, the same for as long as the data is kept. What is
   * `given` wins over them: a client id, secret or key of one's own is then refused here, and an empty
   * one leaves the provider out.
   */
  parameters: (given?: Readonly<Record<string, string>>) => Promise<Record<string, string>>
  /** By type of the user pool's provider. The OIDC one is found by discovery from `OidcIssuer`. */
  endpoints: Readonly<Record<SocialProviderType, ProviderEndpoints>>
}

type SocialProviderType = 'Google' | 'Facebook' | 'SignInWithApple' | 'LoginWithAmazon'

/** The local Google, Facebook, Apple, Amazon, and a company's own OpenID provider. */
export function createSocialProviders(options: SocialProvidersOptions): SocialProviders {
  const { cognitoUrl, runtime } = options
  const registrations = createRegistrations(runtime)
  const contexts = new Map<string, ProviderContext>(
    [google, facebook, apple, amazon, company].map((provider) => [
      provider.slug,
      contextOf(provider, options, registrations),
    ]),
  )
  return {
    operations: [...contexts.values()].flatMap(({ provider, endpoints }) =>
      [...routesOf(provider)].flatMap(([path, { methods }]) =>
        Object.keys(methods).map((method) => `${method} ${pathOf(endpoints)}${path}`),
      ),
    ),
    handles: (pathname) => pathname.startsWith(`${root}/`),
    fetch: (request, pathname = new URL(request.url).pathname) => {
      const [, , slug = '', ...rest] = pathname.split('/')
      const ctx = contexts.get(slug)
      if (ctx) return answerRequest(ctx, request, ['', ...rest].join('/'))
      return Promise.resolve(new Response('There is no such local provider.\n', { status: 404 }))
    },
    parameters: (given = {}) => templateParameters(cognitoUrl, registrations, given),
    endpoints: {
      Google: endpointsOf(cognitoUrl, 'google'),
      Facebook: endpointsOf(cognitoUrl, 'facebook'),
      SignInWithApple: endpointsOf(cognitoUrl, 'apple'),
      LoginWithAmazon: endpointsOf(cognitoUrl, 'amazon'),
    },
  }
}

function contextOf(
  provider: Provider,
  { cognitoUrl, runtime, callbackUrls }: SocialProvidersOptions,
  registrations: Registrations,
): ProviderContext {
  const { clock, crypto, log, random, store } = runtime
  const { slug } = provider
  const endpoints = endpointsOf(cognitoUrl, slug)
  const accessTokens = createAccessTokens(runtime, provider)
  return {
    clock,
    crypto,
    log,
    random,
    provider,
    endpoints,
    cookiePath: `${basePathOf(cognitoUrl)}/`,
    client: clientOf(cognitoUrl, slug),
    registrations,
    accounts: createAccounts(runtime, provider),
    consents: createConsents(store, provider.slug),
    sessions: createBrowserSessions<ProviderSession>({
      runtime,
      table: `social-providers/${slug}/sessions`,
      cookieName: `social-${slug}`,
      cookiePath: () => pathOf(endpoints),
    }),
    authorizationCodes: createAuthorizationCodes<Grant>({
      runtime,
      table: `social-providers/${slug}/authorization-codes`,
      revoke: (grant) => accessTokens.revoke(grant),
    }),
    accessTokens,
    signingKey: createInstallationSigningKey(runtime, signingKeysTable, slug),
    callbackUrls,
  }
}
