import {
  AuthorizationError,
  type ReturnAddress,
} from '../authorization-server/authorization-error.ts'
import { OAuthError } from '../authorization-server/errors.ts'
import { redirectTo, redirectUrl } from '../authorization-server/redirect.ts'
import { toBase64Url } from '../core/encoding/base64.ts'
import { randomUuid } from '../core/ports/random.ts'
import type { Level } from '../user-pools/sign-in/proof.ts'
import { touchDomainSession } from '../user-pools/sessions/domain-sessions.ts'
import { issueTokens } from '../user-pools/tokens/issue-tokens.ts'
import { mayReadScope } from '../user-pools/tokens/scoped-attributes.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import type { ManagedLoginContext } from './context.ts'
import { forgetPageData, type Place } from './page-data.ts'
import type { Refusal } from './federation/read-refusal.ts'
import type { LoginSession } from './sessions.ts'

/** Who is signed in, and the level that was asked of them, if any was. */
export interface Authorized extends LoginSession {
  target?: Level | undefined
  /** Of the event that the sign-in was recorded as; a session that goes on is another matter. */
  eventId?: string | undefined
}

/** Sends the browser back to the client with a code, or with tokens in the implicit flow. */
export async function answerAuthorization(
  ctx: ManagedLoginContext,
  request: AuthorizationRequest,
  session: Authorized,
  cookies: readonly string[] = [],
): Promise<Response> {
  const { user, authTimeMs, proved, target, id } = session
  const federated = request.acrTargets ? session.federated : undefined
  if (id !== undefined) touchDomainSession(ctx, user, id)
  const { pool, client, scope, state } = request
  const nonce = request.nonce ?? nonceOf(ctx, session)
  const oauth = {
    eventId: session.eventId ?? randomUuid(ctx.random),
    authTimeMs,
    ...(id !== undefined && { originSessionId: id }),
    ...(nonce && { nonce }),
  }
  const level = {
    ...(proved && { proved }),
    ...(target && { target }),
    ...(federated && { federated }),
  }
  if (request.responseType === 'token') {
    if (!mayReadScope(client, scope)) {
      throw new AuthorizationError(new OAuthError('invalid_grant'), request)
    }
    const tokens = await issueTokens(ctx, { pool, client, user, scope, oauth, ...level })
    return answer(ctx, request, cookies, {
      id_token: tokens.IdToken,
      access_token: tokens.AccessToken,
      expires_in: String(client.accessTokenSeconds),
      token_type: 'Bearer',
      state,
    })
  }

  const code = await ctx.authorizationCodes.issue({
    clientId: client.id,
    redirectUri: request.redirectUri,
    ...(request.codeChallenge !== undefined && { codeChallenge: request.codeChallenge }),
    grant: { poolId: pool.id, sub: user.sub, scope, ...oauth, ...level },
  })
  return answer(ctx, request, cookies, { code, state })
}

/**
 * The ID tokens of federated sign-ins have a nonce, made up where the client sent none.
 *
 * @see https://github.com/panva/oauth4webapi/issues/188
 */
function nonceOf(ctx: ManagedLoginContext, { providerName }: LoginSession): string | undefined {
  return providerName === undefined ? undefined : toBase64Url(ctx.random.bytes(32))
}

/** Tells the client what an identity provider said instead of signing somebody in. */
export function answerWithError(ctx: Place, to: ReturnAddress, refusal: Refusal): Response {
  return answer(ctx, to, [], { ...refusal, state: to.state })
}

/** Tells the client what was wrong with its request. */
export function answerAuthorizationError(ctx: Place, { error, to }: AuthorizationError): Response {
  return answer(ctx, to, [], { ...error.toParameters(), state: to.state })
}

function answer(
  ctx: Place,
  { redirectUri, responseMode }: ReturnAddress,
  cookies: readonly string[],
  parameters: Record<string, string | undefined>,
): Response {
  // Only providers are asked for form_post.
  const part = responseMode === 'fragment' ? 'fragment' : 'query'
  return redirectTo(redirectUrl(redirectUri, parameters, part), [...cookies, forgetPageData(ctx)])
}
