import { checked } from '../../core/ports/checks.ts'
import type {
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../attributes/rules.ts'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { checkSecretHash } from '../sign-in/secret-hash.ts'
import { customAuth } from './custom/custom-auth.ts'
import type { Parameters } from './parameters.ts'
import { refreshTokenAuth } from './refresh-token-auth.ts'
import { userAuth } from './first-factors/user-auth.ts'
import { userPasswordAuth } from './first-factors/user-password-auth.ts'
import { userSrpAuth } from './first-factors/user-srp-auth.ts'

type Request = Pick<
  InitiateAuthRequest,
  'AuthFlow' | 'AuthParameters' | 'ClientMetadata' | 'Session'
>

interface AuthFlow {
  /** What lets it through, among the `ExplicitAuthFlows` of an app client. */
  flag: string
  /** The words of the service when that is not set. */
  refusal: string
  begin: (
    ctx: OperationContext,
    found: ClientOfPool,
    parameters: Parameters,
    request: Request,
  ) => Promise<InitiateAuthResponse>
}

type AuthFlows = Readonly<Record<string, AuthFlow>>

const forBoth = {
  USER_SRP_AUTH: {
    flag: 'ALLOW_USER_SRP_AUTH',
    refusal: 'USER_SRP_AUTH is not enabled for the client.',
    begin: userSrpAuth,
  },
  USER_AUTH: {
    flag: 'ALLOW_USER_AUTH',
    refusal: 'USER_AUTH is not enabled for the client.',
    begin: userAuth,
  },
  CUSTOM_AUTH: {
    flag: 'ALLOW_CUSTOM_AUTH',
    refusal: 'CUSTOM_AUTH is not enabled for the client.',
    begin: customAuth,
  },
} satisfies AuthFlows

/** Of InitiateAuth. */
export const publicFlows: AuthFlows = {
  ...forBoth,
  USER_PASSWORD_AUTH: {
    flag: 'ALLOW_USER_PASSWORD_AUTH',
    refusal: 'USER_PASSWORD_AUTH flow not enabled for this client',
    begin: userPasswordAuth,
  },
}

const adminPasswordAuth: AuthFlow = {
  flag: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  refusal: 'Auth flow not enabled for this client',
  begin: userPasswordAuth,
}

/** Of AdminInitiateAuth. */
export const adminFlows: AuthFlows = {
  ...forBoth,
  ADMIN_USER_PASSWORD_AUTH: adminPasswordAuth,
  // The same by its older name.
  ADMIN_NO_SRP_AUTH: adminPasswordAuth,
}

/**
 * Begins a sign-in by a flow of the operation's, or refreshes tokens.
 *
 * @throws NotAuthorizedException, InvalidParameterException, and those of the flow
 */
export async function beginAuth(
  ctx: OperationContext,
  found: ClientOfPool,
  request: Request,
  flows: AuthFlows,
): Promise<InitiateAuthResponse> {
  const { AuthFlow = '', AuthParameters: parameters = {} } = request
  if (AuthFlow === 'REFRESH_TOKEN_AUTH' || AuthFlow === 'REFRESH_TOKEN') {
    return refreshTokenAuth(ctx, found, parameters)
  }

  const { client } = found
  const { USERNAME = '', SECRET_HASH } = parameters
  await checked(ctx.checks, 'SECRET_HASH', () =>
    checkSecretHash(ctx, client, USERNAME, SECRET_HASH),
  )
  const flow = checked(ctx.checks, 'AuthFlow', () => {
    const found = flows[AuthFlow]
    if (!found) throw invalidParameter('Initiate Auth method not supported.')
    if (!client.explicitAuthFlows.includes(found.flag)) throw invalidParameter(found.refusal)
    return found
  })
  if (AuthFlow !== 'USER_AUTH') checkNoStepUp(parameters)
  return flow.begin(ctx, found, parameters, request)
}

/**
 * Only USER_AUTH comes up to a level that is asked for; to go on as if nothing were asked would let
 * less through.
 *
 * @throws InvalidParameterException
 */
function checkNoStepUp(parameters: Parameters): void {
  const asked = ['TARGET_ACR_VALUES', 'ACCESS_TOKEN', 'MAX_AGE'].find((name) => name in parameters)
  if (asked) throw invalidParameter(`${asked} is for the USER_AUTH flow only.`)
}
