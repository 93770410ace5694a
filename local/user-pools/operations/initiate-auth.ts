import type {
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Parameters } from '../challenges/parameters.ts'
import { refreshTokenAuth } from '../challenges/refresh-token-auth.ts'
import { userAuth } from '../challenges/user-auth.ts'
import { userPasswordAuth } from '../challenges/user-password-auth.ts'
import { userSrpAuth } from '../challenges/user-srp-auth.ts'
import type { AppClientConfig } from '../config.ts'
import { requireClient, type OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { With } from '../operation.ts'
import { checkSecretHash } from '../sign-in/secret-hash.ts'

type Input = With<InitiateAuthRequest, 'ClientId' | 'AuthFlow'>

/** The flag that lets each flow through, and the words of the service when it is not set. */
const flows: Readonly<Record<string, { flag: string; refusal: string }>> = {
  USER_SRP_AUTH: {
    flag: 'ALLOW_USER_SRP_AUTH',
    refusal: 'USER_SRP_AUTH is not enabled for the client.',
  },
  USER_PASSWORD_AUTH: {
    flag: 'ALLOW_USER_PASSWORD_AUTH',
    refusal: 'USER_PASSWORD_AUTH flow not enabled for this client',
  },
  USER_AUTH: { flag: 'ALLOW_USER_AUTH', refusal: 'USER_AUTH is not enabled for the client.' },
  CUSTOM_AUTH: { flag: 'ALLOW_CUSTOM_AUTH', refusal: 'CUSTOM_AUTH is not enabled for the client.' },
}

/**
 * InitiateAuth: starts a sign-in, or refreshes tokens (REFRESH_TOKEN_AUTH).
 *
 * @param input `AuthParameters` may carry a password in clear text or a refresh token.
 * @throws ResourceNotFoundException, NotAuthorizedException, InvalidParameterException,
 *   UserNotFoundException, UserNotConfirmedException, PasswordResetRequiredException,
 *   UnsupportedOperationException, FeatureUnavailableInTierException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
 */
export async function initiateAuth(
  input: Input,
  ctx: OperationContext,
): Promise<InitiateAuthResponse> {
  const found = requireClient(ctx, input.ClientId)
  const parameters: Parameters = input.AuthParameters ?? {}
  if (input.AuthFlow === 'REFRESH_TOKEN_AUTH' || input.AuthFlow === 'REFRESH_TOKEN') {
    return refreshTokenAuth(ctx, found, parameters)
  }

  const { USERNAME = '', SECRET_HASH } = parameters
  await checkSecretHash(ctx, found.client, USERNAME, SECRET_HASH)
  checkFlow(found.client, input.AuthFlow)
  if (input.AuthFlow !== 'USER_AUTH') checkNoStepUp(parameters)
  switch (input.AuthFlow) {
    case 'USER_SRP_AUTH':
      return userSrpAuth(ctx, found, parameters)
    case 'USER_PASSWORD_AUTH':
      return userPasswordAuth(ctx, found, parameters)
    case 'USER_AUTH':
      return userAuth(ctx, found, parameters, input)
    default:
      throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.')
  }
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

/** @throws InvalidParameterException */
function checkFlow(client: AppClientConfig, flow: string): void {
  const allowed = flows[flow]
  if (!allowed) throw invalidParameter('Initiate Auth method not supported.')
  if (!client.explicitAuthFlows.includes(allowed.flag)) throw invalidParameter(allowed.refusal)
}

function invalidParameter(message: string): UserPoolError {
  return new UserPoolError('InvalidParameterException', message)
}
