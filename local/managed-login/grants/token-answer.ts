import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { OAuthError } from '../../authorization-server/errors.ts'
import { UserPoolError } from '../../user-pools/errors.ts'

/** Members of the token endpoint's answer (RFC 6749, section 5.1) that depend on the grant. */
export interface TokenAnswer {
  id_token?: string
  access_token: string
  refresh_token?: string
}

export function toAnswer(tokens: AuthenticationResultType): TokenAnswer {
  const { IdToken, AccessToken = '', RefreshToken } = tokens
  return {
    ...(IdToken !== undefined && { id_token: IdToken }),
    access_token: AccessToken,
    ...(RefreshToken !== undefined && { refresh_token: RefreshToken }),
  }
}

/** What a user pool refuses is `invalid_grant` here, bare: the words stay with the API. */
export async function asInvalidGrant<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw error instanceof UserPoolError ? new OAuthError('invalid_grant') : error
  }
}
