import { isFormOfBrowser, isFromOwnOrigin, openCsrf } from '../authorization-server/csrf.ts'
import { OAuthError } from '../authorization-server/errors.ts'
import { readForm, type Parameters } from '../authorization-server/parameters.ts'
import type { Html } from '../http/html.ts'
import { htmlResponse } from '../http/html-response.ts'
import type { ProviderContext } from './provider.ts'
import { PageError } from './errors.ts'
import { formKey } from './form-key.ts'

/** A page with forms, for this browser. */
export interface OpenPage {
  csrfToken: string
  show: (page: Html, status?: number) => Response
}

export async function openPage(ctx: ProviderContext, request: Request): Promise<OpenPage> {
  const { token: csrfToken, cookies } = await openCsrf(ctx, formKey(ctx), request, ctx.cookiePath)
  // The answer to a form goes through the user pool's domain to the app, redirect by redirect.
  const formTargets = ctx.callbackUrls()
  return {
    csrfToken,
    show: (page, status = 200) => htmlResponse(page, { status, cookies, formTargets }),
  }
}

/**
 * The fields of a form that one of our pages showed to this browser.
 *
 * @throws PageError foreign_post, invalid_request, expired_page
 */
export async function readOwnForm(ctx: ProviderContext, request: Request): Promise<Parameters> {
  if (!isFromOwnOrigin(request)) throw new PageError('foreign_post')
  const form = await readForm(request).catch((error: unknown) => {
    throw error instanceof OAuthError ? new PageError('invalid_request') : error
  })
  const isOurs = await isFormOfBrowser(ctx, formKey(ctx), request, form)
  if (!isOurs) throw new PageError('expired_page')
  return form
}
