import type {
  UpdateUserAttributesRequest,
  UpdateUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { parseAttributeChanges } from '../../attributes/parse.ts'
import { withChanges } from '../../attributes/apply.ts'
import { checkAliasesAreFree, removeCodesOf } from '../../attributes/settle-changes.ts'
import type { OperationContext } from '../../context.ts'
import { deliveryDetails } from '../../codes/delivery.ts'
import { sendCodes } from '../../codes/send-codes.ts'
import type { With } from '../../operation.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'
import { requireCurrent } from '../../users/users.ts'

type Input = With<UpdateUserAttributesRequest, 'AccessToken' | 'UserAttributes'>

/**
 * UpdateUserAttributes: all of the changes or none, and a code to each new address that the pool
 * verifies.
 *
 * @returns `CodeDeliveryDetailsList` only when there is something to verify.
 * @throws NotAuthorizedException, InvalidParameterException, AliasExistsException, and those of
 *   `requireAccessToken` and `sendCodes`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserAttributes.html
 */
export async function updateUserAttributes(
  input: Input,
  ctx: OperationContext,
): Promise<UpdateUserAttributesResponse> {
  const { pool, client, user } = await requireAccessToken(ctx, input.AccessToken)
  const changes = parseAttributeChanges({ pool, client }, input.UserAttributes)
  const occasion = {
    source: 'UpdateUserAttribute',
    clientId: client.id,
    clientMetadata: input.ClientMetadata,
  } as const
  const { targets } = await sendCodes(
    ctx,
    pool,
    occasion,
    () => {
      const change = withChanges(pool, requireCurrent(ctx.users, pool, user), changes)
      checkAliasesAreFree(ctx, pool, user, changes)
      return change
    },
    (change) => {
      const updated = ctx.users.update(pool, { ...change.user, updatedAtMs: ctx.clock.now() })
      removeCodesOf(ctx, updated, changes.keys())
      return updated
    },
  )
  return targets.length === 0 ? {} : { CodeDeliveryDetailsList: targets.map(deliveryDetails) }
}
