import { toBase64Url } from '../../../core/encoding/base64.ts'
import type { UserPoolConfig } from '../../config.ts'
import type { OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import type { UserRecord } from '../../model.ts'
import { activeFactors, mfaOf } from '../../mfa/factors.ts'
import { checkAssertion } from '../../passkeys/check-assertion.ts'
import { keepPasskey, passkeysOf, type Passkey } from '../../passkeys/passkeys.ts'
import { readAuthenticationResponse } from '../../passkeys/read-response.ts'
import { countWrongProof } from '../../sign-in/sessions.ts'
import type { Candidate } from './candidate.ts'
import { beginSession, type Choice, type FirstAnswer, type FirstFactor } from './first-factor.ts'
import { requireParameter } from '../parameters.ts'
import type { SignIn } from '../sign-in.ts'

/**
 * A passkey of the user's. CREDENTIAL_REQUEST_OPTIONS and CREDENTIAL are JSON as text, unlike at the
 * registration.
 *
 * Answers throw NotAuthorizedException.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export const webAuthn: FirstFactor = {
  isOffered: (ctx, { pool, user }) =>
    pool.allowedFirstAuthFactors.includes('WEB_AUTHN') &&
    user?.status === 'CONFIRMED' &&
    (asksForNoMore(pool, user) || isWholeProof(pool, user)) &&
    usablePasskeys(ctx, pool.passkeys.relyingPartyId, user).length > 0,

  async goOn(ctx, choice, { parameters }) {
    const challenge = choice.session?.found.passkeyChallenge
    if (challenge === undefined || !choice.session || !parameters['CREDENTIAL']) {
      return askForPasskey(ctx, choice)
    }
    const { found } = choice.session
    const credential = requireParameter(parameters, 'CREDENTIAL')
    const proved = await provePasskey(ctx, choice.candidate, challenge, credential)
    if (proved) return { signIn: proved, session: found }
    countWrongProof(ctx, found)
    throw new UserPoolError('NotAuthorizedException', 'Incorrect username or password.')
  },
}

async function askForPasskey(ctx: OperationContext, { candidate }: Choice): Promise<FirstAnswer> {
  const challenge = toBase64Url(ctx.random.bytes(32))
  const options = passkeyRequestOptions(ctx, candidate, challenge)
  return {
    asked: {
      ChallengeName: 'WEB_AUTHN',
      ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) },
      Session: await beginSession(ctx, candidate, { passkeyChallenge: challenge }),
    },
  }
}

/** What a browser's `navigator.credentials.get()` is to be called with. */
export function passkeyRequestOptions(
  ctx: OperationContext,
  { pool, client, user }: Candidate,
  challenge: string,
): object {
  const { relyingPartyId = '', userVerification } = pool.passkeys
  const passkeys = user ? usablePasskeys(ctx, relyingPartyId, user) : []
  return {
    challenge,
    timeout: client.authSessionSeconds * 1000,
    rpId: relyingPartyId,
    allowCredentials: passkeys.map(({ id, transports }) => ({
      type: 'public-key',
      id,
      transports,
    })),
    userVerification,
  }
}

async function provePasskey(
  ctx: OperationContext,
  { pool, client, user: before }: Candidate,
  challenge: string,
  credential: string,
): Promise<SignIn | undefined> {
  const { relyingPartyId = '', userVerification, isMultiFactor } = pool.passkeys
  const response = readAuthenticationResponse(credential)
  const find = (): Passkey | undefined => {
    const user = before && ctx.users.findBySub(pool, before.sub)
    return user && usablePasskeys(ctx, relyingPartyId, user).find(({ id }) => id === response?.id)
  }
  const passkey = find()
  if (!passkey || !response) return undefined
  const requireUserVerification = userVerification === 'required' || isMultiFactor
  const expected = { challenge, relyingPartyId, requireUserVerification }
  const used = await checkAssertion(passkey, response, expected)

  // Meanwhile it may have been deleted, or have signed for another sign-in.
  const user = before && ctx.users.findBySub(pool, before.sub)
  if (!used || !user || find()?.counter !== passkey.counter) return undefined
  keepPasskey(ctx.store, user, used)
  const proof = passkey.attachment === 'platform' ? 'WEB_AUTHN' : 'WEB_AUTHN_ROAMING'
  return { pool, client, user, proved: [proof] }
}

/** One factor is all that is asked of them. */
function asksForNoMore(pool: UserPoolConfig, user: UserRecord): boolean {
  return pool.mfaConfiguration !== 'ON' && activeFactors(pool, user).length === 0
}

/** A passkey that has verified the user stands for both factors. */
function isWholeProof(pool: UserPoolConfig, user: UserRecord): boolean {
  return pool.passkeys.isMultiFactor && mfaOf(user).webAuthn === true
}

/** Passkeys of another relying party are of no use at this one. */
function usablePasskeys(
  { store }: OperationContext,
  relyingPartyId: string | undefined,
  user: UserRecord,
): Passkey[] {
  return passkeysOf(store, user).filter((passkey) => passkey.relyingPartyId === relyingPartyId)
}
