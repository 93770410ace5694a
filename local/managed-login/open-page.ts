import { OAuthError } from '../authorization-server/errors.ts'
import type { Problem } from '../authorization-server/field.ts'
import { readForm, type Parameters } from '../authorization-server/parameters.ts'
import { redirectTo } from '../authorization-server/redirect.ts'
import { htmlResponse, type HtmlResponseOptions } from '../http/html-response.ts'
import type { Html } from '../http/html.ts'
import {
  parseAuthorizationRequest,
  parseQuery,
  type AuthorizationRequest,
} from './authorization-request.ts'
import { checkOAuthEnabled, requireKnownClient } from './checks/client.ts'
import { checkIsNative } from './checks/identity-provider.ts'
import { requireRedirectUri } from './checks/redirect-uri.ts'
import type { ClientOfDomain, ManagedLoginContext } from './context.ts'
import { checkCsrf, checkSameOrigin, openCsrf } from './csrf.ts'
import { PageError } from './errors.ts'
import { languageOf } from './language.ts'
import { keepPageData, readPageData, type PageData } from './page-data.ts'
import type { FormFrame } from './pages/form.ts'
import { wordsOf } from './wording/catalogue.ts'

/** What a page belongs to. */
export interface PageRequest extends ClientOfDomain {
  redirectUri: string
  /** As it came, with its `?`: links between the pages pass it on. */
  search: string
}

/** A page of managed login on the way from a request, most often for authorization, to its answer. */
export interface OpenPage<Of extends PageRequest = AuthorizationRequest> {
  authorization: Of
  frame: FormFrame
  /** From the page before. */
  data: PageData
  /** @param problem what was wrong with the form: then it is a 400. */
  show: (
    page: Html,
    problem?: Problem,
    options?: Pick<HtmlResponseOptions, 'runsOwnScripts'>,
  ) => Response
  /** Goes on to another page, which reads `data`. */
  goTo: (path: string, data: PageData) => Response
}

export interface OpenForm<Of extends PageRequest = AuthorizationRequest> extends OpenPage<Of> {
  form: Parameters
}

/**
 * A page for users of the pool itself.
 *
 * @throws PageError, AuthorizationError
 */
export async function openPage(ctx: ManagedLoginContext, request: Request): Promise<OpenPage> {
  const page = await openLoginPage(ctx, request)
  checkIsNative(page.authorization)
  return page
}

/** The page where one chooses how to sign in. */
export function openLoginPage(ctx: ManagedLoginContext, request: Request): Promise<OpenPage> {
  return open(ctx, request, parseAuthorizationRequest(ctx, new URL(request.url)))
}

/**
 * The page that adds a passkey: it authorizes nothing, and is asked for by client and address alone.
 *
 * @throws PageError not_found too at the classic hosted UI, which has none
 */
export function openPasskeyPage(
  ctx: ManagedLoginContext,
  request: Request,
): Promise<OpenPage<PageRequest>> {
  const url = new URL(request.url)
  const parameters = parseQuery(url)
  const found = requireKnownClient(ctx, parameters)
  if (found.domain.managedLoginVersion === 1) throw new PageError('not_found')
  checkOAuthEnabled(found)
  const redirectUri = requireRedirectUri(found, parameters)
  return open(ctx, request, { ...found, redirectUri, search: url.search })
}

async function open<Of extends PageRequest>(
  ctx: ManagedLoginContext,
  request: Request,
  authorization: Of,
): Promise<OpenPage<Of>> {
  checkStyle(ctx, authorization)
  const { client, redirectUri, search } = authorization
  const words = wordsOf(languageOf(ctx, request))
  const { token: csrfToken, cookies } = await openCsrf(ctx, request)
  return {
    authorization,
    frame: { words, base: ctx.basePath, search, clientId: client.id, csrfToken },
    data: readPageData(request),
    show: (page, problem, options) =>
      htmlResponse(page, {
        status: problem ? 400 : 200,
        cookies,
        formTargets: [redirectUri],
        ...options,
      }),
    goTo: (path, data) =>
      redirectTo(`${ctx.basePath}${path}${search}`, [...cookies, keepPageData(ctx, data)]),
  }
}

/**
 * A form that was sent from one of our pages.
 *
 * @throws PageError foreign_post before anything else, expired_page
 */
export function openForm(ctx: ManagedLoginContext, request: Request): Promise<OpenForm> {
  return openFormOf(ctx, request, openPage)
}

/** As `openForm`, for the page that adds a passkey. */
export function openPasskeyForm(
  ctx: ManagedLoginContext,
  request: Request,
): Promise<OpenForm<PageRequest>> {
  return openFormOf(ctx, request, openPasskeyPage)
}

async function openFormOf<Of extends PageRequest>(
  ctx: ManagedLoginContext,
  request: Request,
  openIt: (ctx: ManagedLoginContext, request: Request) => Promise<OpenPage<Of>>,
): Promise<OpenForm<Of>> {
  checkSameOrigin(request)
  const page = await openIt(ctx, request)
  const form = await readForm(request).catch((error: unknown) => {
    throw error instanceof OAuthError ? new PageError('invalid_request') : error
  })
  await checkCsrf(ctx, request, form)
  return { ...page, form }
}

/** What the page before wants said; a problem is said instead. */
export function noticeOf({ data, frame }: OpenPage, problem?: Problem): string | undefined {
  return problem || !data.notice ? undefined : frame.words.notices[data.notice]
}

/** @throws PageError login_pages_unavailable: version 2 shows nothing to a client without a style. */
function checkStyle(ctx: ManagedLoginContext, { client, domain }: ClientOfDomain): void {
  if (domain.managedLoginVersion === 1) return
  if (ctx.brandings().some(({ clientId }) => clientId === client.id)) return
  throw new PageError('login_pages_unavailable', { client_id: client.id })
}
