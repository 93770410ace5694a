import type { AdminUpdateUserAttributesRequest } from '@aws-sdk/client-cognito-identity-provider'
import { byAdministrator } from '../../admin/by-administrator.ts'
import { requireUser } from '../../admin/require-user.ts'
import { withChangesOfAdministrator } from '../../attributes/apply-by-administrator.ts'
import { parseChangesOfAdministrator } from '../../attributes/parse.ts'
import { checkAliasesAreFree, removeCodesOf } from '../../attributes/settle-changes.ts'
import { sendCodes } from '../../codes/send-codes.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { requireCurrent } from '../../users/users.ts'

type Input = With<AdminUpdateUserAttributesRequest, 'UserPoolId' | 'Username' | 'UserAttributes'>

/**
 * AdminUpdateUserAttributes: all of the changes or none, whatever an app client may write. A new address
 * is sent a code as when people change theirs themselves, unless the administrator calls it verified.
 *
 * @throws ResourceNotFoundException, UserNotFoundException, InvalidParameterException,
 *   AliasExistsException, and those of `sendCodes`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
 */
export async function adminUpdateUserAttributes(
  input: Input,
  ctx: OperationContext,
): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  const changes = parseChangesOfAdministrator(pool, input.UserAttributes)
  const occasion = byAdministrator('UpdateUserAttribute', input)
  await sendCodes(
    ctx,
    pool,
    occasion,
    () => {
      const now = requireCurrent(ctx.users, pool, user)
      const change = withChangesOfAdministrator(pool, now, changes)
      checkAliasesAreFree(ctx, pool, now, newValues(changes, change.user.attributes))
      return change
    },
    (change) => {
      const updated = ctx.users.update(pool, { ...change.user, updatedAtMs: ctx.clock.now() })
      removeCodesOf(ctx, updated, changes.keys())
      return updated
    },
  )
  return {}
}

/** What is verified signs in from then on, and so is as good as new. */
function newValues(
  changes: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const verified = ['email', 'phone_number'].flatMap((name): [string, string][] => {
    const value = attributes[name]
    return value !== undefined && changes.get(`${name}_verified`) === 'true' ? [[name, value]] : []
  })
  return new Map([...changes, ...verified])
}
