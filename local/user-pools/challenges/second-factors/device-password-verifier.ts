import { deviceGroupKey } from '../../devices/device-names.ts'
import { findDevice, keepDevice, type Device } from '../../devices/devices.ts'
import type { OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import { findMfaLockout } from '../../mfa/lockout.ts'
import { beginSrp, checkSrpProof, type SrpParties } from '../../srp/exchange.ts'
import { parseTimestamp } from '../../srp/timestamp.ts'
import { requireCurrent } from '../../users/users.ts'
import { requireParameter } from '../parameters.ts'
import type { FurtherChallenge, SignIn } from '../sign-in.ts'

/**
 * The proof of a device, as that of a password: its group's key stands for the pool's name, its own for
 * the username. A wrong one asks for a sign-in from the start.
 *
 * Answers throw NotAuthorizedException (wrong, forgotten, locked).
 */
export const devicePasswordVerifier: FurtherChallenge<'DEVICE_PASSWORD_VERIFIER'> = {
  isNext: ({ device, deviceA }) => device !== undefined && deviceA !== undefined,

  async begin(ctx, signIn) {
    const device = deviceOf(ctx, signIn)
    const { deviceA = 0n, user } = signIn
    if (!device) throw wrongProof()
    const exchange = await beginSrp(ctx, await partiesOf(ctx, signIn, device), deviceA)
    const parameters = { ...exchange, DEVICE_KEY: device.id }
    return {
      state: {},
      parameters: { ...parameters, USERNAME: user.username, USER_ID_FOR_SRP: user.username },
    }
  },

  async answer(ctx, signIn, _session, responses) {
    const claim = {
      signature: requireParameter(responses, 'PASSWORD_CLAIM_SIGNATURE'),
      secretBlock: requireParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'),
      timestampMs: parseTimestamp(requireParameter(responses, 'TIMESTAMP')),
    }
    const lockout = await findMfaLockout(ctx, signIn.user)
    lockout.check()
    const before = deviceOf(ctx, signIn)
    const isNamed = requireParameter(responses, 'DEVICE_KEY') === before?.id
    const isRight =
      isNamed && (await checkSrpProof(ctx, await partiesOf(ctx, signIn, before), claim))
    if (!isRight) {
      lockout.countFailure()
      throw wrongProof()
    }
    return () => {
      const user = requireCurrent(ctx.users, signIn.pool, signIn.user)
      const device = deviceOf(ctx, signIn)
      // Forgotten meanwhile.
      if (!device) throw wrongProof()
      const nowMs = ctx.clock.now()
      const lastIpAddress = ctx.sender?.ipAddress ?? device.lastIpAddress
      keepDevice(ctx.store, user, { ...device, lastIpAddress, lastAuthenticatedAtMs: nowMs })
      lockout.clear()
      return { user, proof: 'DEVICE_PASSWORD_VERIFIER' }
    }
  },
}

function deviceOf({ store }: OperationContext, { user, device }: SignIn): Device | undefined {
  return device && findDevice(store, user, device.key)
}

async function partiesOf(
  ctx: OperationContext,
  { pool, client }: SignIn,
  { id, verifier }: Device,
): Promise<SrpParties> {
  const poolName = await deviceGroupKey(ctx, pool)
  return { pool, client, username: id, password: verifier, poolName }
}

function wrongProof(): UserPoolError {
  return new UserPoolError('NotAuthorizedException', 'Incorrect username or password.')
}
