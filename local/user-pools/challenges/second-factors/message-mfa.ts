import { checked } from '../../../core/ports/checks.ts'
import { deliveryDetails } from '../../codes/delivery.ts'
import { composeSignInCode } from '../../codes/sign-in-code.ts'
import { UserPoolError } from '../../errors.ts'
import { findMfaLockout } from '../../mfa/lockout.ts'
import { nextSecondFactor } from '../../mfa/next-second-factor.ts'
import type { ContactAttribute } from '../../model.ts'
import type { OneTimeCode } from '../../sign-in/proof.ts'
import { provedAddress } from '../../users/proved-address.ts'
import { requireCurrent } from '../../users/users.ts'
import { requireParameter } from '../parameters.ts'
import type { FurtherChallenge } from '../sign-in.ts'

type MessageKind = 'SMS_MFA' | 'EMAIL_MFA'

const encoder = new TextEncoder()

export const smsMfa = messageMfa('SMS_MFA', 'SMS_OTP', 'phone_number', 'SMS_MFA_CODE')
export const emailMfa = messageMfa('EMAIL_MFA', 'EMAIL_OTP', 'email', 'EMAIL_OTP_CODE')

/**
 * A code that is sent to the user as their second factor. It goes to an unverified address too, which
 * the right answer verifies.
 *
 * Answers throw CodeMismatchException, NotAuthorizedException (locked), AliasExistsException; a begin
 * throws LimitExceededException, CodeDeliveryFailureException and those of the CustomMessage trigger.
 */
function messageMfa(
  kind: MessageKind,
  channel: OneTimeCode,
  attribute: ContactAttribute,
  key: string,
): Omit<FurtherChallenge<'SMS_MFA'>, 'answer'> & Pick<FurtherChallenge<MessageKind>, 'answer'> {
  return {
    isNext: (signIn) => nextSecondFactor(signIn) === kind,

    async begin(ctx, { pool, client, user, clientMetadata }) {
      const target = { attribute, destination: user.attributes[attribute] ?? '' }
      checked(ctx.checks, 'LimitExceeded', () => ctx.limits.count(pool.id, user.sub, 'SignInCode'))
      const occasion = { clientId: client.id, clientMetadata }
      const code = await composeSignInCode(ctx, pool, occasion, channel, target, user)
      code.deliver()
      const { DeliveryMedium = '', Destination = '' } = deliveryDetails(target)
      return {
        state: { code: code.sent },
        parameters: {
          CODE_DELIVERY_DELIVERY_MEDIUM: DeliveryMedium,
          CODE_DELIVERY_DESTINATION: Destination,
          USER_ID_FOR_SRP: user.username,
        },
      }
    },

    async answer(ctx, { pool, user: before }, { code }, responses) {
      const typed = requireParameter(responses, key)
      const lockout = await findMfaLockout(ctx, before)
      const proof = await ctx.codes.prove(pool.id, 'SIGN_IN', typed)
      checked(ctx.checks, 'lockout', () => lockout.check())
      checked(ctx.checks, key, () => {
        if (ctx.crypto.equal(encoder.encode(proof), encoder.encode(code.hashHex))) return
        lockout.countFailure()
        throw mismatch()
      })
      return () => {
        const user = requireCurrent(ctx.users, pool, before)
        // Another address by now: what was proved is no longer theirs.
        if (user.attributes[attribute] !== code.destination) throw mismatch()
        lockout.clear()
        return { user: provedAddress(ctx, pool, user, code), proof: kind }
      }
    },
  }
}

function mismatch(): UserPoolError {
  return new UserPoolError('CodeMismatchException', 'Invalid code or auth state for the user.')
}
