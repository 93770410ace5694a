import type {
  AdminListDevicesRequest,
  ListDevicesRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import { describeDevice } from '../../devices/describe-device.ts'
import { devicesOf } from '../../devices/devices.ts'
import type { UserRecord } from '../../model.ts'
import type { With } from '../../operation.ts'
import { pageOf } from '../../pools/page.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'

type Input = With<ListDevicesRequest, 'AccessToken'>
type AdminInput = With<AdminListDevicesRequest, 'UserPoolId' | 'Username'>

const mostOnAPage = 60

/**
 * ListDevices: the confirmed devices of the user.
 *
 * @throws NotAuthorizedException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListDevices.html
 */
export async function listDevices(input: Input, ctx: OperationContext): Promise<object> {
  const { user } = await requireAccessToken(ctx, input.AccessToken)
  return pageOfDevices(ctx, user, input)
}

/**
 * AdminListDevices: the same of any user.
 *
 * @throws ResourceNotFoundException, UserNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListDevices.html
 */
export function adminListDevices(input: AdminInput, ctx: OperationContext): Promise<object> {
  const { user } = requireUser(ctx, input)
  return Promise.resolve(pageOfDevices(ctx, user, input))
}

function pageOfDevices(
  { store }: OperationContext,
  user: UserRecord,
  { Limit, PaginationToken: token }: Pick<Input, 'Limit' | 'PaginationToken'>,
): object {
  const { page, NextToken } = pageOf(devicesOf(store, user), Limit || mostOnAPage, token)
  return {
    Devices: page.map(describeDevice),
    ...(NextToken !== undefined && { PaginationToken: NextToken }),
  }
}
