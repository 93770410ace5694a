import type { Parameters } from '../../authorization-server/parameters.ts'
import type { JwtClaims } from '../../core/crypto/jwt.ts'
import type { ProviderProof } from '../../user-pools/sign-in/proof.ts'
import type { ProviderAnswers } from '../../user-pools/triggers/inbound-federation.ts'
import type { ManagedLoginContext } from '../context.ts'
import { appleName } from './apple-name.ts'
import { requireIdToken } from './check-id-token.ts'
import { FederationError } from './errors.ts'
import { requestTokens } from './request-tokens.ts'
import { providerProof } from './provider-proof.ts'
import type { Provider } from './resolve-provider.ts'
import type { PendingFederation } from './states.ts'
import { requestUserInfo } from './user-info.ts'

/** Somebody as a provider knows them. */
export interface Profile {
  /** Their id there. */
  subject: string
  claims: JwtClaims
  /** What the claims were made of. */
  answers: ProviderAnswers
  proof: ProviderProof
}

/**
 * Learns from a provider who signed in there: a token for the code, then what is proved by its ID
 * token, then its user info. Where both say something, what is signed counts.
 *
 * @throws FederationError
 */
export async function readProfile(
  ctx: ManagedLoginContext,
  provider: Provider,
  { nonce, codeVerifier }: PendingFederation,
  answer: Parameters,
): Promise<Profile> {
  const { traits, userInfoUrl } = provider
  const tokens = await requestTokens(ctx, provider, answer.get('code') ?? '', codeVerifier)
  const signed = traits.isOpenId ? await requireIdToken(ctx, provider, tokens, nonce) : {}
  const told =
    traits.hasUserInfo && userInfoUrl !== undefined
      ? await requestUserInfo(ctx, provider, tokens.accessToken)
      : undefined
  // OpenID Connect Core 1.0, section 5.3.2.
  if (traits.isOpenId && told && told.sub !== signed.sub) {
    throw new FederationError('The sub of the user info is not that of the id_token')
  }

  const userInfo = { ...told, ...appleName(provider, answer) }
  const claims = { ...userInfo, ...signed }
  const subject = subjectOf((claims as JwtClaims)[traits.subjectClaim])
  const answers = { tokenResponse: tokens.response, idToken: signed, userInfo }
  return { subject, claims, answers, proof: providerProof(provider.config, signed) }
}

// What a username is made of, by the model of the user pool's API.
const usernameForm = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u

function subjectOf(value: unknown): string {
  const subject = typeof value === 'number' ? String(value) : value
  if (typeof subject === 'string' && usernameForm.test(subject)) return subject
  throw new FederationError('The identity provider did not say who signed in')
}
