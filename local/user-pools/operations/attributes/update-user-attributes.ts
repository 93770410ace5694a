import type {
  UpdateUserAttributesRequest,
  UpdateUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { checkAliasIsFree } from '../../users/alias.ts'
import { parseAttributeChanges } from '../../attributes/parse.ts'
import { withChanges } from '../../attributes/apply.ts'
import type { UserPoolConfig } from '../../config.ts'
import type { OperationContext } from '../../context.ts'
import { deliveryDetails } from '../../codes/delivery.ts'
import { sendCodes } from '../../codes/send-codes.ts'
import type { AliasAttribute, UserRecord } from '../../model.ts'
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
      removeCodes(ctx, updated, changes)
      return updated
    },
  )
  return targets.length === 0 ? {} : { CodeDeliveryDetailsList: targets.map(deliveryDetails) }
}

/** A code that went to an address before would bring that one back. */
function removeCodes(
  ctx: OperationContext,
  user: UserRecord,
  changes: ReadonlyMap<string, string>,
): void {
  for (const attribute of ['email', 'phone_number'] as const) {
    if (changes.has(attribute)) ctx.codes.remove(user, `ATTRIBUTE/${attribute}`)
  }
}

function checkAliasesAreFree(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  changes: ReadonlyMap<string, string>,
): void {
  const aliases: readonly AliasAttribute[] = ['email', 'phone_number', 'preferred_username']
  for (const attribute of aliases) {
    const value = changes.get(attribute)
    if (value) {
      checkAliasIsFree(
        ctx,
        pool,
        user,
        attribute,
        value,
        'User account already exists for the alias.',
      )
    }
  }
}
