import { AuthorizationError } from '../../authorization-server/authorization-error.ts'
import { OAuthError } from '../../authorization-server/errors.ts'
import { answer, answerWithCode } from '../answer-authorization.ts'
import { parseAuthorizationRequest, type AuthorizationRequest } from '../authorization-request.ts'
import { consentTo, type Choice } from '../people/consent-to.ts'
import type { ProviderContext } from '../provider.ts'
import { decide } from '../decide.ts'
import { PageError } from '../errors.ts'
import { isFailure, failures } from '../failures.ts'
import { openPage, readOwnForm } from '../open-page.ts'
import type { Another } from '../pages/another-account.ts'
import { chooserPage } from '../pages/chooser-page.ts'
import type { Person } from '../people/person.ts'
import { readTypedPerson } from '../people/read-typed-person.ts'

const sessionMs = 24 * 3_600_000

/**
 * GET /authorize: a code at once for whoever is signed in and has consented, else the page that asks.
 *
 * @throws PageError, AuthorizationError
 */
export async function showAuthorize(request: Request, ctx: ProviderContext): Promise<Response> {
  const authorization = parseAuthorizationRequest(ctx, new URL(request.url))
  const decision = decide(ctx, authorization, await ctx.sessions.find(request))
  if (decision.isAnswer) {
    // A code is a thing made, and HEAD may make none (RFC 9110, section 9.2.1).
    if (request.method === 'HEAD') throw new PageError('method_not_allowed')
    return answerWithCode(ctx, authorization, { ...decision, isFirst: false })
  }
  if (authorization.prompt.has('none')) {
    const error =
      decision.needs === 'login'
        ? new OAuthError('login_required')
        : new OAuthError('consent_required')
    throw new AuthorizationError(error, authorization)
  }
  return show(ctx, request, authorization, { suggested: decision.suggested })
}

/**
 * POST /authorize: what was chosen on the page.
 *
 * @throws PageError, AuthorizationError
 */
export async function authorize(request: Request, ctx: ProviderContext): Promise<Response> {
  const form = await readOwnForm(ctx, request)
  const authorization = parseAuthorizationRequest(ctx, new URL(request.url))
  const intent = form.get('intent') ?? ''
  const choice: Choice = {
    sharesEmail: ctx.provider.asks !== 'share-email' || form.has('share_email'),
    hidesEmail: form.get('email_choice') === 'hide',
  }

  if (intent === 'cancel') return answer(ctx, authorization, ctx.provider.cancelled)
  if (isFailure(intent)) return answer(ctx, authorization, failures[intent])
  if (intent === 'refuse-token') return answerInVain(ctx, authorization)
  if (intent === 'another') {
    const typed = readTypedPerson(ctx.provider, form)
    if ('problem' in typed) return show(ctx, request, authorization, { another: typed })
    return goOn(ctx, request, authorization, await ctx.accounts.open(typed.person), choice)
  }
  const person = ctx.accounts.find(form.get('account') ?? '')
  if (!person) throw new PageError('invalid_request')
  return goOn(ctx, request, authorization, person, choice)
}

/** Signs `person` in at this browser, and back to the app. */
async function goOn(
  ctx: ProviderContext,
  request: Request,
  authorization: AuthorizationRequest,
  person: Person,
  choice: Choice,
): Promise<Response> {
  const authTimeMs = ctx.clock.now()
  await ctx.sessions.end(request)
  const cookie = await ctx.sessions.start(
    { subject: person.subject, authTimeMs },
    authTimeMs + sessionMs,
  )
  const { consent, isFirst } = await consentTo(ctx, authorization, person, choice)
  return answerWithCode(ctx, authorization, { person, consent, authTimeMs, isFirst }, [cookie])
}

/** A code that the token endpoint refuses. Nobody is signed in, and nothing is shared. */
function answerInVain(
  ctx: ProviderContext,
  authorization: AuthorizationRequest,
): Promise<Response> {
  const [person] = ctx.accounts.list()
  if (!person) throw new Error(`${ctx.provider.slug} has no accounts`)
  const { subject } = person
  return answerWithCode(ctx, authorization, {
    person,
    consent: { subject, clientId: ctx.client.id, scopes: [], sharesEmail: false },
    authTimeMs: ctx.clock.now(),
    isFirst: false,
    isRefused: true,
  })
}

async function show(
  ctx: ProviderContext,
  request: Request,
  authorization: AuthorizationRequest,
  { suggested, another }: { suggested?: Person | undefined; another?: Another },
): Promise<Response> {
  const { csrfToken, show: showPage } = await openPage(ctx, request)
  const page = chooserPage(ctx, { authorization, csrfToken, suggested, another })
  return showPage(page, another ? 400 : 200)
}
