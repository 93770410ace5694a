import type {
  GetIdentityPoolRolesInput,
  GetIdentityPoolRolesResponse,
  RoleMapping as DescribedMapping,
} from '@aws-sdk/client-cognito-identity'
import type { RoleMapping } from '../config.ts'
import { requirePool, type OperationContext } from '../context.ts'
import type { With } from '../operation.ts'

type Input = With<GetIdentityPoolRolesInput, 'IdentityPoolId'>

/**
 * GetIdentityPoolRoles: whom the pool gives which role.
 *
 * @throws ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html
 */
export function getIdentityPoolRoles(
  { IdentityPoolId }: Input,
  ctx: OperationContext,
): Promise<GetIdentityPoolRolesResponse> {
  const pool = requirePool(ctx, IdentityPoolId)
  const { authenticatedRole, unauthenticatedRole } = pool
  const mappings = Object.entries(pool.roleMappings)
  return Promise.resolve({
    IdentityPoolId: pool.id,
    Roles: {
      ...(authenticatedRole && { authenticated: authenticatedRole.arn }),
      ...(unauthenticatedRole && { unauthenticated: unauthenticatedRole.arn }),
    },
    ...(mappings.length > 0 && {
      RoleMappings: Object.fromEntries(
        mappings.map(([provider, mapping]) => [provider, describe(mapping)]),
      ),
    }),
  })
}

function describe({ type, ambiguousRoleResolution, rules }: RoleMapping): DescribedMapping {
  return {
    Type: type,
    AmbiguousRoleResolution: ambiguousRoleResolution,
    ...(rules.length > 0 && {
      RulesConfiguration: {
        Rules: rules.map(({ claim, matchType, value, roleArn }) => ({
          Claim: claim,
          MatchType: matchType,
          Value: value,
          RoleARN: roleArn,
        })),
      },
    }),
  }
}
