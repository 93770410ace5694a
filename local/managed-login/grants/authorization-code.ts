import { OAuthError } from '../../authorization-server/errors.ts'
import { requireFormParameter, type Parameters } from '../../authorization-server/parameters.ts'
import { issueTokens } from '../../user-pools/tokens/issue-tokens.ts'
import { mayReadScope } from '../../user-pools/tokens/scoped-attributes.ts'
import type { ClientOfDomain, ManagedLoginContext } from '../context.ts'
import { asInvalidGrant, toAnswer, type TokenAnswer } from './token-answer.ts'

/** @throws OAuthError invalid_request, unauthorized_client, invalid_grant */
export async function codeGrant(
  ctx: ManagedLoginContext,
  { pool, client }: ClientOfDomain,
  form: Parameters,
): Promise<TokenAnswer> {
  if (!client.allowedOAuthFlows.includes('code')) throw new OAuthError('unauthorized_client')
  const redeemed = await ctx.authorizationCodes.redeem({
    code: requireFormParameter(form, 'code'),
    clientId: client.id,
    redirectUri: requireFormParameter(form, 'redirect_uri'),
    codeVerifier: form.get('code_verifier'),
    checks: ctx.checks,
  })
  const { grant } = redeemed
  const user = ctx.users.findBySub(pool, grant.sub)
  if (!user || !mayReadScope(client, grant.scope)) throw new OAuthError('invalid_grant')

  const { scope, eventId, authTimeMs, originSessionId, nonce, proved, federated, target } = grant
  const origin = originSessionId !== undefined && { originSessionId }
  const oauth = { eventId, authTimeMs, ...origin, ...(nonce && { nonce }) }
  const level = { ...(proved && { proved }), federated, target }
  const signIn = { pool, client, user, scope, oauth, ...level }
  const tokens = await asInvalidGrant(issueTokens(ctx, signIn))
  ctx.authorizationCodes.checkNotReplayed(redeemed)
  return toAnswer(tokens)
}
