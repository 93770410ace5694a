import { activeFactors } from '../../mfa/factors.ts'
import { isPhoneNumber } from '../../attributes/rules.ts'
import { deliveryDetails } from '../../codes/delivery.ts'
import { composeSignInCode } from '../../codes/sign-in-code.ts'
import type { CodeTarget } from '../../codes/codes.ts'
import type { OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import type { ContactAttribute, UserRecord } from '../../model.ts'
import { countWrongProof, type FoundSession, type SentCode } from '../../sign-in/sessions.ts'
import type { OneTimeCode } from '../../sign-in/proof.ts'
import { provedAddress } from '../../users/proved-address.ts'
import { limitKey, pretendTarget } from '../../users/existence.ts'
import type { Candidate } from './candidate.ts'
import { beginSession, type Choice, type FirstAnswer, type FirstFactor } from './first-factor.ts'
import { requireParameter } from '../parameters.ts'
import type { SignIn } from '../sign-in.ts'

/** Who has a temporary password begins with it, and who comes from a provider, there. */
const withoutCodes = new Set<UserRecord['status']>(['FORCE_CHANGE_PASSWORD', 'EXTERNAL_PROVIDER'])

const encoder = new TextEncoder()

export const emailOtp = oneTimeCode('EMAIL_OTP', 'email')
export const smsOtp = oneTimeCode('SMS_OTP', 'phone_number')

/**
 * A code that is sent to an address of the user's, which it proves to be theirs. Asked for again, a
 * new one is sent, with a session of its own.
 *
 * Answers throw CodeMismatchException, NotAuthorizedException, AliasExistsException; asking throws LimitExceededException,
 * CodeDeliveryFailureException and those of the CustomMessage trigger.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
function oneTimeCode(factor: OneTimeCode, attribute: ContactAttribute): FirstFactor {
  return {
    isOffered(_ctx, { pool, user, name }) {
      if (!pool.allowedFirstAuthFactors.includes(factor) || pool.mfaConfiguration === 'ON')
        return false
      if (user) {
        const mayBeAsked = !withoutCodes.has(user.status) && activeFactors(pool, user).length === 0
        return mayBeAsked && !!user.attributes[attribute]
      }
      return attribute === (isPhoneNumber(name) ? 'phone_number' : 'email')
    },

    async goOn(ctx, choice, { challenge, parameters, clientMetadata }) {
      const { candidate, session } = choice
      if (challenge !== factor || !session)
        return send(ctx, factor, attribute, choice, clientMetadata)
      const typed = requireParameter(parameters, `${factor}_CODE`)
      const proof = await ctx.codes.prove(candidate.pool.id, 'SIGN_IN', typed)
      return {
        signIn: accept(ctx, factor, candidate, session.found, proof),
        session: session.found,
      }
    },
  }
}

async function send(
  ctx: OperationContext,
  factor: OneTimeCode,
  attribute: ContactAttribute,
  { candidate, session }: Choice,
  clientMetadata: Readonly<Record<string, string>> | undefined,
): Promise<FirstAnswer> {
  const { pool, client, user } = candidate
  const name = session?.found.name ?? candidate.name
  const target = user ? addressOf(user, attribute) : await pretendTarget(ctx, pool, name)
  ctx.limits.count(pool.id, limitKey(pool, user, name), 'SignInCode')
  const occasion = { clientId: client.id, clientMetadata }
  const code = await composeSignInCode(ctx, pool, occasion, factor, target, user)
  const Session = await beginSession(ctx, { ...candidate, name }, { code: code.sent })
  code.deliver()
  const { DeliveryMedium = '', Destination = '' } = deliveryDetails(target)
  return {
    asked: {
      ChallengeName: factor,
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: DeliveryMedium,
        CODE_DELIVERY_DESTINATION: Destination,
      },
      Session,
    },
  }
}

/** Synchronous: what it looks at holds when it writes. */
function accept(
  ctx: OperationContext,
  factor: OneTimeCode,
  { pool, client, user: before }: Candidate,
  session: FoundSession<'FIRST_FACTOR'>,
  proof: string,
): SignIn {
  const user = before && ctx.users.findBySub(pool, before.sub)
  const { code } = session
  const isRight = code && isCode(ctx, code, proof)
  // Another address by now: what was proved is no longer theirs.
  if (!isRight || user?.attributes[code.attribute] !== code.destination) {
    countWrongProof(ctx, session)
    throw new UserPoolError('CodeMismatchException', 'Invalid code or auth state for the user.')
  }
  return { pool, client, user: provedAddress(ctx, pool, user, code), proved: [factor] }
}

function addressOf(user: UserRecord, attribute: ContactAttribute): CodeTarget {
  return { attribute, destination: user.attributes[attribute] ?? '' }
}

function isCode({ crypto }: OperationContext, { hashHex }: SentCode, proof: string): boolean {
  return crypto.equal(encoder.encode(proof), encoder.encode(hashHex))
}
