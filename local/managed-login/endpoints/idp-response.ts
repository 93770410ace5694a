import { checked } from '../../core/ports/checks.ts'
import { AuthorizationError } from '../../authorization-server/authorization-error.ts'
import { OAuthError } from '../../authorization-server/errors.ts'
import { readForm, type Parameters } from '../../authorization-server/parameters.ts'
import { signInFederated } from '../../user-pools/federation/sign-in-federated.ts'
import { UserPoolError } from '../../user-pools/errors.ts'
import {
  parseAuthorizationRequest,
  parseQuery,
  type AuthorizationRequest,
} from '../authorization-request.ts'
import { answerWithError } from '../answer-authorization.ts'
import { checkMayAct } from '../checks/method.ts'
import type { ManagedLoginContext } from '../context.ts'
import { PageError } from '../errors.ts'
import { FederationError } from '../federation/errors.ts'
import { readRefusal } from '../federation/read-refusal.ts'
import { readProfile } from '../federation/read-profile.ts'
import { checkIssuer } from '../federation/check-issuer.ts'
import type { PendingFederation } from '../federation/states.ts'
import { startSession } from '../sign-in/pending-sign-in.ts'

/**
 * GET /oauth2/idpresponse: an identity provider's answer, brought by the browser. It is believed only
 * in the browser and for the sign-in that its state was made for; from there on every fault goes back
 * to the app.
 *
 * @throws PageError unexpected_answer while the state is not proved, AuthorizationError after
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-flow.html
 */
export async function idpResponse(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  checkMayAct(request)
  const answer = await readAnswer(request, ctx)
  const state = answer.get('state') ?? ''
  const pending = await checked(ctx.checks, 'state', async () => {
    const taken = await ctx.federationStates.take(state, request)
    if (!taken) throw await unexpectedAnswer(request, ctx, state)
    return taken
  })
  const url = new URL(`${ctx.basePath}/oauth2/authorize${pending.search}`, request.url)
  const authorization = parseAuthorizationRequest(ctx, url)
  try {
    return await finish(request, ctx, { answer, pending, authorization })
  } catch (error) {
    if (!(error instanceof FederationError) && !(error instanceof UserPoolError)) throw error
    const fault = new OAuthError('invalid_request', error.message.trim())
    throw new AuthorizationError(fault, authorization)
  }
}

/**
 * POST /oauth2/idpresponse: as a provider's own page posts it, from another site and so without our
 * cookies. The browser is sent to fetch us again, and with that brings them.
 *
 * @throws PageError unexpected_answer, invalid_request
 * @see https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html
 */
export async function idpPost(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const form = await readForm(request).catch((error: unknown) => {
    throw error instanceof OAuthError ? new PageError('invalid_request') : error
  })
  if (!(await ctx.federationStates.has(form.get('state') ?? ''))) {
    throw new PageError('unexpected_answer')
  }
  const handle = await ctx.postedAnswers.keep(form)
  const location = `${ctx.basePath}/oauth2/idpresponse?posted=${handle}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** Whoever comes Back to a sign-in that is done has a way to its app. */
async function unexpectedAnswer(request: Request, ctx: ManagedLoginContext, state: string) {
  const query = new URLSearchParams(await ctx.federationStates.findUsed(state, request))
  return new PageError('unexpected_answer', {
    client_id: query.get('client_id') ?? undefined,
    redirect_uri: query.get('redirect_uri') ?? undefined,
  })
}

async function readAnswer(request: Request, ctx: ManagedLoginContext): Promise<Parameters> {
  const query = parseQuery(new URL(request.url))
  const handle = query.get('posted')
  if (handle === undefined) return query
  const posted = await ctx.postedAnswers.take(handle)
  if (!posted) throw new PageError('unexpected_answer')
  return posted
}

interface Answered {
  answer: Parameters
  pending: PendingFederation
  authorization: AuthorizationRequest
}

async function finish(
  request: Request,
  ctx: ManagedLoginContext,
  { answer, pending, authorization }: Answered,
): Promise<Response> {
  const { pool, client, identityProvider: config } = authorization
  // The template may have been edited meanwhile, and the name given to something else.
  if (typeof config !== 'object' || config.name !== pending.providerName) {
    throw new PageError('unexpected_answer')
  }
  const provider = await ctx.resolveProvider(config)
  checked(ctx.checks, 'iss', () => checkIssuer(provider, answer))
  const refusal = readRefusal(answer)
  if (refusal) return answerWithError(ctx, authorization, refusal)

  const { proof, ...profile } = await readProfile(ctx, provider, pending, answer)
  const user = await signInFederated(ctx, { pool, client, provider: config, ...profile })
  return startSession(ctx, request, authorization, {
    user,
    providerName: config.name,
    federated: proof,
  })
}
