import { redirectTo } from '../../authorization-server/redirect.ts'
import type { ProviderContext } from '../provider.ts'
import { pathOf } from '../endpoints.ts'
import { openPage, readOwnForm } from '../open-page.ts'
import { accountPage } from '../pages/account-page.ts'

/** GET /social/{provider}: who is signed in at this browser, and what was shared. */
export async function showAccount(request: Request, ctx: ProviderContext): Promise<Response> {
  const session = await ctx.sessions.find(request)
  const signedIn = session && ctx.accounts.find(session.subject)
  const { csrfToken, show } = await openPage(ctx, request)
  return show(accountPage(ctx, { csrfToken, signedIn }))
}

/**
 * POST /social/{provider}: signs out, or ends what somebody shares. Tokens that an app has are good
 * for as long as they last.
 *
 * @throws PageError
 */
export async function changeAccount(request: Request, ctx: ProviderContext): Promise<Response> {
  const form = await readOwnForm(ctx, request)
  const subject = form.get('stop')
  if (subject !== undefined && ctx.accounts.find(subject)) ctx.consents.end(subject, ctx.client.id)
  const isSignOut = form.get('intent') === 'sign-out'
  const cookies = isSignOut ? [await ctx.sessions.end(request)] : []
  return redirectTo(pathOf(ctx.endpoints), cookies)
}
