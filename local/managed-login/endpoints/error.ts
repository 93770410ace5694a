import { parseQuery } from '../authorization-request.ts'
import { findClient, type ManagedLoginContext } from '../context.ts'
import {
  isPageErrorCode,
  pageErrors,
  type PageError,
  type PageErrorCode,
  type PageErrorDetails,
} from '../errors.ts'
import { languageOf, requestedLanguage } from '../language.ts'
import { errorPage } from '../pages/error-page.ts'
import { findApp } from '../pages/way-to-app.ts'
import { redirectTo } from '../../authorization-server/redirect.ts'
import { htmlResponse } from '../../http/html-response.ts'
import { wordsOf } from '../wording/catalogue.ts'

/** GET /error: an error that some request was redirected with; no other is shown. */
export function showError(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const query = parseQuery(new URL(request.url))
  const given = query.get('error') ?? ''
  const isKnown = isPageErrorCode(given) && pageErrors[given].isRedirected
  const details: PageErrorDetails = isKnown
    ? {
        client_id: query.get('client_id'),
        parameter: query.get('parameter'),
        sent: query.get('sent'),
      }
    : {}
  return Promise.resolve(render(ctx, request, isKnown ? given : 'invalid_request', details))
}

// Escaped it may be three times as long, and a request's head has room for 16 KiB.
const longestDetail = 1024

/** Where a page error leads: to `/error`, or to a page at once. */
export function answerPageError(
  ctx: ManagedLoginContext,
  request: Request,
  { code, details }: PageError,
): Response {
  if (!pageErrors[code].isRedirected) return render(ctx, request, code, details)
  const query = new URLSearchParams({ error: code })
  for (const [name, value] of Object.entries(details as Record<string, string | undefined>)) {
    if (value !== undefined) query.set(name, value.slice(0, longestDetail))
  }
  const language = requestedLanguage(request)
  if (language !== undefined) query.set('lang', language)
  return redirectTo(`${ctx.basePath}/error?${query.toString()}`)
}

function render(
  ctx: ManagedLoginContext,
  request: Request,
  code: PageErrorCode,
  details: PageErrorDetails,
): Response {
  const client = findClient(ctx, details.client_id ?? '')?.client
  const registered =
    code === 'redirect_mismatch'
      ? client?.callbackUrls
      : code === 'logout_uri_mismatch'
        ? client?.logoutUrls
        : []
  const { status } = pageErrors[code]
  const words = wordsOf(languageOf(ctx, request))
  const page = errorPage({
    words,
    base: ctx.basePath,
    code,
    details,
    registered: registered ?? [],
    app: client && findApp(client, details.redirect_uri),
  })
  return htmlResponse(page, { status })
}
