import type {
  ConfirmDeviceRequest,
  ConfirmDeviceResponse,
  DeviceSecretVerifierConfigType,
} from '@aws-sdk/client-cognito-identity-provider'
import { parseBase64 } from '../../../core/encoding/base64.ts'
import { toHex } from '../../../core/encoding/hex.ts'
import { invalidParameter } from '../../attributes/rules.ts'
import type { OperationContext } from '../../context.ts'
import { findDevice, keepDevice } from '../../devices/devices.ts'
import { requireTracking } from '../../devices/require-tracking.ts'
import { UserPoolError } from '../../errors.ts'
import type { PasswordVerifier } from '../../model.ts'
import type { With } from '../../operation.ts'
import { bigintOf, N } from '../../srp/group.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'
import { tokenFamilies } from '../../tokens/token-family.ts'
import { requireCurrent } from '../../users/users.ts'

type Input = With<ConfirmDeviceRequest, 'AccessToken' | 'DeviceKey'>

const maxSaltBytes = 64

/**
 * ConfirmDevice: the device whose key the sign-in of this token was given begins to be known, by the
 * verifier of a secret that it keeps.
 *
 * @throws NotAuthorizedException, InvalidParameterException, DeviceKeyExistsException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmDevice.html
 */
export async function confirmDevice(
  input: Input,
  ctx: OperationContext,
): Promise<ConfirmDeviceResponse> {
  const { pool, user: caller, claims } = await requireAccessToken(ctx, input.AccessToken)
  const { rememberOnPrompt } = requireTracking(pool)
  const verifier = readVerifier(input.DeviceSecretVerifierConfig)
  const user = requireCurrent(ctx.users, pool, caller)
  const family = tokenFamilies(ctx.store).get(String(claims.event_id))
  if (family?.deviceKey !== input.DeviceKey) throw invalidParameter('Invalid device key given.')
  if (findDevice(ctx.store, user, input.DeviceKey)) {
    throw new UserPoolError('DeviceKeyExistsException', 'Device already exists.')
  }

  const nowMs = ctx.clock.now()
  keepDevice(ctx.store, user, {
    id: input.DeviceKey,
    verifier,
    ...(input.DeviceName !== undefined && { name: input.DeviceName }),
    isRemembered: !rememberOnPrompt,
    lastIpAddress: ctx.sender?.ipAddress ?? '',
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    lastAuthenticatedAtMs: family.authTimeMs,
  })
  return { UserConfirmationNecessary: rememberOnPrompt }
}

/** Both are base64, of big-endian numbers. */
function readVerifier(config: DeviceSecretVerifierConfigType | undefined): PasswordVerifier {
  const salt = parseBase64(config?.Salt ?? '')
  const verifier = parseBase64(config?.PasswordVerifier ?? '')
  const v = verifier?.length ? bigintOf(verifier) : 0n
  if (!salt?.length || salt.length > maxSaltBytes || v <= 1n || v >= N) {
    throw invalidParameter('Invalid DeviceSecretVerifierConfig given.')
  }
  return { saltHex: toHex(salt), verifierHex: v.toString(16) }
}
