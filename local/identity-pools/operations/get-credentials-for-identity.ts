import { checked } from '../../core/ports/checks.ts'
import type { GetCredentialsForIdentityInput } from '@aws-sdk/client-cognito-identity'
import { chooseRoleArn } from '../choose-role.ts'
import type { OperationContext } from '../context.ts'
import { identify } from '../identify.ts'
import type { With } from '../operation.ts'
import { amrOf, checkAssumable, tagsOf } from '../session.ts'

type Input = With<GetCredentialsForIdentityInput, 'IdentityId'>

/** `Expiration` is epoch seconds on the wire; the SDK's type is what it makes of it. */
interface Output {
  IdentityId: string
  Credentials: {
    AccessKeyId: string
    SecretKey: string
    SessionToken: string
    Expiration: number
  }
}

/**
 * GetCredentialsForIdentity: temporary credentials for the role that the pool gives (the enhanced
 * flow). A guest's id with logins upgrades the guest.
 *
 * @param input `Logins` holds tokens in clear text; nothing keeps them.
 * @returns `IdentityId` may differ from the one given, when that was merged into another.
 * @throws ResourceNotFoundException, InvalidParameterException, NotAuthorizedException,
 *   ResourceConflictException, InvalidIdentityPoolConfigurationException, LimitExceededException
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html
 */
export async function getCredentialsForIdentity(
  input: Input,
  ctx: OperationContext,
): Promise<Output> {
  const { identity, pool, logins } = await identify(ctx, input.IdentityId, input.Logins)
  const roleArn = checked(ctx.checks, 'CustomRoleArn', () =>
    chooseRoleArn(pool, logins, input.CustomRoleArn),
  )
  const session = {
    identityId: identity.id,
    poolId: pool.id,
    amr: amrOf(pool, logins),
    tags: tagsOf(pool, logins),
  }
  const role = roleArn === undefined ? undefined : ctx.findRole(roleArn)
  checkAssumable(role, session, ctx)

  const issued = ctx.credentials.issue({ ...session, roleArn: role.arn })
  return {
    IdentityId: identity.id,
    Credentials: {
      AccessKeyId: issued.accessKeyId,
      SecretKey: issued.secretAccessKey,
      SessionToken: issued.sessionToken,
      Expiration: issued.expiresAtMs / 1000,
    },
  }
}
