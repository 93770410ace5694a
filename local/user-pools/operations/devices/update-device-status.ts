import type {
  AdminUpdateDeviceStatusRequest,
  UpdateDeviceStatusRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import { keepDevice } from '../../devices/devices.ts'
import { requireDevice } from '../../devices/known-device.ts'
import type { UserRecord } from '../../model.ts'
import type { With } from '../../operation.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'

type Input = With<UpdateDeviceStatusRequest, 'AccessToken' | 'DeviceKey'>
type AdminInput = With<AdminUpdateDeviceStatusRequest, 'DeviceKey' | 'UserPoolId' | 'Username'>

/**
 * UpdateDeviceStatus: remembers a confirmed device, or does so no longer.
 *
 * @throws NotAuthorizedException, ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateDeviceStatus.html
 */
export async function updateDeviceStatus(input: Input, ctx: OperationContext): Promise<object> {
  const { user } = await requireAccessToken(ctx, input.AccessToken)
  return setStatus(ctx, user, input)
}

/**
 * AdminUpdateDeviceStatus: the same for any user.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateDeviceStatus.html
 */
export function adminUpdateDeviceStatus(input: AdminInput, ctx: OperationContext): Promise<object> {
  const { user } = requireUser(ctx, input)
  return Promise.resolve(setStatus(ctx, user, input))
}

/** Without a status the device stays as it is. */
function setStatus(
  ctx: OperationContext,
  user: UserRecord,
  { DeviceKey, DeviceRememberedStatus }: Pick<AdminInput, 'DeviceKey' | 'DeviceRememberedStatus'>,
): object {
  const device = requireDevice(ctx, user, DeviceKey)
  if (DeviceRememberedStatus !== undefined) {
    const isRemembered = DeviceRememberedStatus === 'remembered'
    keepDevice(ctx.store, user, { ...device, isRemembered, updatedAtMs: ctx.clock.now() })
  }
  return {}
}
