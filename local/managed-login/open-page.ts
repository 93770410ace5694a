import { OAuthError } from '../authorization-server/errors.ts'
import type { Problem } from '../authorization-server/field.ts'
import { readForm, type Parameters } from '../authorization-server/parameters.ts'
import { redirectTo } from '../authorization-server/redirect.ts'
import { htmlResponse } from '../http/html-response.ts'
import type { Html } from '../http/html.ts'
import { parseAuthorizationRequest, type AuthorizationRequest } from './authorization-request.ts'
import { checkIsNative } from './checks/identity-provider.ts'
import type { ClientOfDomain, ManagedLoginContext } from './context.ts'
import { checkCsrf, checkSameOrigin, openCsrf } from './csrf.ts'
import { PageError } from './errors.ts'
import { languageOf } from './language.ts'
import { keepPageData, readPageData, type PageData } from './page-data.ts'
import type { FormFrame } from './pages/form.ts'
import { wordsOf } from './wording/catalogue.ts'

/** A page of managed login on the way from an authorization request to its answer. */
export interface OpenPage {
  authorization: AuthorizationRequest
  frame: FormFrame
  /** From the page before. */
  data: PageData
  /** @param problem what was wrong with the form: then it is a 400. */
  show: (page: Html, problem?: Problem) => Response
  /** Goes on to another page, which reads `data`. */
  goTo: (path: string, data: PageData) => Response
}

export interface OpenForm extends OpenPage {
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
export async function openLoginPage(ctx: ManagedLoginContext, request: Request): Promise<OpenPage> {
  const authorization = parseAuthorizationRequest(ctx, new URL(request.url))
  checkStyle(ctx, authorization)
  const { client, redirectUri, search } = authorization
  const words = wordsOf(languageOf(ctx, request))
  const { token: csrfToken, cookies } = await openCsrf(ctx, request)
  return {
    authorization,
    frame: { words, base: ctx.basePath, search, clientId: client.id, csrfToken },
    data: readPageData(request),
    show: (page, problem) =>
      htmlResponse(page, { status: problem ? 400 : 200, cookies, formTargets: [redirectUri] }),
    goTo: (path, data) =>
      redirectTo(`${ctx.basePath}${path}${search}`, [...cookies, keepPageData(ctx, data)]),
  }
}

/**
 * A form that was sent from one of our pages.
 *
 * @throws PageError foreign_post before anything else, expired_page
 */
export async function openForm(ctx: ManagedLoginContext, request: Request): Promise<OpenForm> {
  checkSameOrigin(request)
  const page = await openPage(ctx, request)
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
