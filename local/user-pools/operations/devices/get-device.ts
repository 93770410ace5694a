import type {
  AdminGetDeviceRequest,
  GetDeviceRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { findPartition } from '../../../core/partitions.ts'
import { requireUser } from '../../admin/require-user.ts'
import { invalidParameter } from '../../attributes/rules.ts'
import type { OperationContext } from '../../context.ts'
import { describeDevice } from '../../devices/describe-device.ts'
import { requireDevice } from '../../devices/known-device.ts'
import type { With } from '../../operation.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'

type Input = With<GetDeviceRequest, 'DeviceKey'>
type AdminInput = With<AdminGetDeviceRequest, 'DeviceKey' | 'UserPoolId' | 'Username'>

/**
 * GetDevice: one device of the user.
 *
 * @throws NotAuthorizedException, InvalidParameterException, ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetDevice.html
 */
export async function getDevice(input: Input, ctx: OperationContext): Promise<object> {
  if (input.AccessToken === undefined)
    throw invalidParameter('Missing required parameter AccessToken')
  const { user } = await requireAccessToken(ctx, input.AccessToken)
  return { Device: describeDevice(requireDevice(ctx, user, input.DeviceKey)) }
}

/**
 * AdminGetDevice: one device of any user, with what only administrators are told.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetDevice.html
 */
export function adminGetDevice(input: AdminInput, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  const device = requireDevice(ctx, user, input.DeviceKey)
  const described = describeDevice(device)
  const owner = `${user.username}.${pool.id}`
  const [, , , , account = ''] = pool.arn.split(':')
  const DeviceAttributes = [
    ...(described.DeviceAttributes ?? []),
    {
      Name: 'dev:device_arn',
      Value: `arn:${findPartition(pool.region).id}:cognito-idp:${pool.region}:${account}:owner/${owner}/device/${device.id}`,
    },
    { Name: 'dev:device_owner', Value: owner },
    {
      Name: 'dev:device_remembered_status',
      Value: device.isRemembered ? 'remembered' : 'not_remembered',
    },
  ]
  return Promise.resolve({ Device: { ...described, DeviceAttributes } })
}
