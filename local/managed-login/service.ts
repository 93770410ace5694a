import { AuthorizationError } from '../authorization-server/authorization-error.ts'
import { createAuthorizationCodes } from '../authorization-server/authorization-codes.ts'
import { basePathOf } from '../http/base-path.ts'
import { senderOf } from '../http/sender.ts'
import { answerJsonEndpoint } from '../authorization-server/json-endpoint.ts'
import { allowing, pageMethod } from '../authorization-server/page-methods.ts'
import { checksOf } from '../core/ports/checks.ts'
import type { Fetch } from '../core/ports/fetch.ts'
import type { ProviderEndpoints } from '../core/ports/provider-endpoints.ts'
import type { IdentityProviderConfig } from '../user-pools/config.ts'
import type { OperationContext } from '../user-pools/context.ts'
import { revokeFamily } from '../user-pools/tokens/token-family.ts'
import { answerAuthorizationError } from './answer-authorization.ts'
import type { Branding, Grant, ManagedLoginContext, UserPoolDomain } from './context.ts'
import { answerPageError } from './endpoints/error.ts'
import { PageError } from './errors.ts'
import { createKeySets } from './federation/key-sets.ts'
import { createPostedAnswers } from './federation/posted-answers.ts'
import { createResolveProvider } from './federation/resolve-provider.ts'
import { createFederationStates } from './federation/states.ts'
import { rememberLanguage } from './language.ts'
import { jsonRoutes, pageRoutes } from './routes.ts'
import { createSessions } from './sessions.ts'

export interface ManagedLogin {
  /** Whether a path is one of its own; it answers to no other. */
  handles: (pathname: string) => boolean
  /** @param pathname of the request, below the base path. */
  fetch: (request: Request, pathname?: string) => Promise<Response>
  /** Method and path of each endpoint. */
  operations: readonly string[]
}

export interface ManagedLoginOptions {
  /** Of the user pools whose users sign in: the pages run the operations of their API. */
  userPools: OperationContext
  /** Called at each use: the template may be edited while the local AWS runs. */
  domains: () => readonly UserPoolDomain[]
  brandings: () => readonly Branding[]
  /** Where the domains answer, as browsers see it; no trailing slash. */
  domainUrl: () => string
  /** To identity providers. */
  fetch: Fetch
  /** Undefined for a provider that says itself where it answers, by discovery or in its details. */
  providerEndpoints: (provider: IdentityProviderConfig) => ProviderEndpoints | undefined
}

/** The domains of the user pools: OAuth 2.0 endpoints, and the pages people sign in on. */
export function createManagedLogin(options: ManagedLoginOptions): ManagedLogin {
  const { userPools, domains, brandings, domainUrl, fetch, providerEndpoints } = options
  const { clock } = userPools
  // Asked at each use, as the domain's URL is: it may be known later.
  const cookiePath = () => `${basePathOf(domainUrl())}/`
  const shared: ManagedLoginContext = {
    ...userPools,
    domains,
    brandings,
    domainUrl,
    get basePath() {
      return basePathOf(domainUrl())
    },
    fetch,
    resolveProvider: createResolveProvider({ clock, fetch, providerEndpoints }),
    keySets: createKeySets({ clock, fetch }),
    federationStates: createFederationStates(userPools, cookiePath),
    postedAnswers: createPostedAnswers(userPools),
    loginSessions: createSessions(userPools, userPools.users, cookiePath),
    authorizationCodes: createAuthorizationCodes<Grant>({
      runtime: userPools,
      table: 'managed-login/authorization-codes',
      revoke: ({ eventId }) => {
        revokeFamily(userPools.store, eventId)
      },
    }),
  }
  return {
    operations: [...pageRoutes, ...jsonRoutes].flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    ),
    handles: (pathname) =>
      domains().length > 0 && (pageRoutes.has(pathname) || jsonRoutes.has(pathname)),
    async fetch(request, pathname = new URL(request.url).pathname) {
      const ctx: ManagedLoginContext = {
        ...shared,
        sender: senderOf(request),
        checks: checksOf(request),
      }
      const json = jsonRoutes.get(pathname)
      if (!json) return rememberLanguage(ctx, request, await answerPage(request, pathname, ctx))
      return answerJsonEndpoint(request, Object.keys(json), ctx.log, async () => {
        const endpoint = json[request.method as 'GET' | 'POST']
        if (!endpoint) throw new Error(`No endpoint for ${request.method}`)
        return refusalNoted(ctx, pathname, () => endpoint(request, ctx))
      })
    },
  }
}

async function answerPage(
  request: Request,
  pathname: string,
  ctx: ManagedLoginContext,
): Promise<Response> {
  const route = pageRoutes.get(pathname)
  try {
    if (!route) throw new PageError('not_found')
    const method = pageMethod(request)
    const endpoint = method && route[method]
    if (!endpoint) throw new PageError('method_not_allowed')
    return await refusalNoted(ctx, pathname, () => endpoint(request, ctx))
  } catch (error) {
    if (error instanceof AuthorizationError) return answerAuthorizationError(ctx, error)
    if (error instanceof PageError) return allowing(route, answerPageError(ctx, request, error))
    ctx.log.error('Managed login failed', error)
    return answerPageError(ctx, request, new PageError('server_error'))
  }
}

/** What no check of its own stands for is noted as the endpoint's. */
async function refusalNoted(
  { checks }: ManagedLoginContext,
  name: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    checks?.note({ name, isPassed: false }, error)
    throw error
  }
}
