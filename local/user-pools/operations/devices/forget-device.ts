import type {
  AdminForgetDeviceRequest,
  ForgetDeviceRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import { invalidParameter } from '../../attributes/rules.ts'
import type { OperationContext } from '../../context.ts'
import { removeDevice } from '../../devices/devices.ts'
import { requireDevice } from '../../devices/known-device.ts'
import type { With } from '../../operation.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'

type Input = With<ForgetDeviceRequest, 'DeviceKey'>
type AdminInput = With<AdminForgetDeviceRequest, 'DeviceKey' | 'UserPoolId' | 'Username'>

/**
 * ForgetDevice: a device of the user is known no more; its next sign-in is asked for all again. The body
 * of the answer is empty.
 *
 * @throws NotAuthorizedException, InvalidParameterException, ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgetDevice.html
 */
export async function forgetDevice(input: Input, ctx: OperationContext): Promise<undefined> {
  if (input.AccessToken === undefined)
    throw invalidParameter('Missing required parameter AccessToken')
  const { user } = await requireAccessToken(ctx, input.AccessToken)
  removeDevice(ctx.store, user, requireDevice(ctx, user, input.DeviceKey))
}

/**
 * AdminForgetDevice: the same for any user.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminForgetDevice.html
 */
export function adminForgetDevice(input: AdminInput, ctx: OperationContext): Promise<undefined> {
  const { user } = requireUser(ctx, input)
  removeDevice(ctx.store, user, requireDevice(ctx, user, input.DeviceKey))
  return Promise.resolve(undefined)
}
