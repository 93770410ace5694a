import { AuthorizationError } from '../authorization-server/authorization-error.ts'
import { OAuthError } from '../authorization-server/errors.ts'
import { answerJsonEndpoint } from '../authorization-server/json-endpoint.ts'
import { allowing, pageMethod } from '../authorization-server/page-methods.ts'
import { htmlResponse } from '../http/html-response.ts'
import { answerAuthorizationError } from './answer-authorization.ts'
import type { ProviderContext } from './provider.ts'
import { PageError, pageErrors } from './errors.ts'
import { errorPage } from './pages/error-page.ts'
import { routesOf, type Route } from './routes.ts'

/** @param path below the provider's own, e.g. `/authorize`. */
export async function answerRequest(
  ctx: ProviderContext,
  request: Request,
  path: string,
): Promise<Response> {
  const route = routesOf(ctx.provider).get(routeName(path))
  return route?.refuse
    ? answerProgram(ctx, request, route, route.refuse)
    : answerPerson(ctx, request, route)
}

function routeName(path: string): string {
  if (path === '/') return ''
  return path.startsWith('/pictures/') ? '/pictures/' : path
}

function answerProgram(
  ctx: ProviderContext,
  request: Request,
  { methods }: Route,
  refuse: NonNullable<Route['refuse']>,
): Promise<Response> {
  return answerJsonEndpoint(request, Object.keys(methods), ctx.log, async () => {
    const endpoint = methods[request.method as 'GET' | 'POST']
    if (!endpoint) throw new Error(`No endpoint for ${request.method}`)
    return endpoint(request, ctx).catch((error: unknown) => {
      if (error instanceof OAuthError) return refuse(error)
      throw error
    })
  })
}

async function answerPerson(
  ctx: ProviderContext,
  request: Request,
  route: Route | undefined,
): Promise<Response> {
  try {
    if (!route) throw new PageError('not_found')
    const method = pageMethod(request)
    const endpoint = method && route.methods[method]
    if (!endpoint) throw new PageError('method_not_allowed')
    return await endpoint(request, ctx)
  } catch (error) {
    if (error instanceof AuthorizationError) return answerAuthorizationError(ctx, error)
    if (error instanceof PageError) return allowing(route?.methods, showError(ctx, error))
    ctx.log.error(`The local provider ${ctx.provider.slug} failed`, error)
    return showError(ctx, new PageError('server_error'))
  }
}

function showError(ctx: ProviderContext, error: PageError): Response {
  return htmlResponse(errorPage(ctx, error), { status: pageErrors[error.code] })
}
