import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { UserPoolConfig } from '../config.ts'
import type { ClientOfPool, OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { issueSession } from '../sign-in/sessions.ts'

/** NEW_PASSWORD_REQUIRED: a temporary password proves who one is, and is good for nothing else. */
export async function newPasswordRequired(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  user: UserRecord,
): Promise<InitiateAuthResponse> {
  const missing = missingAttributes(pool, user).map((name) => `userAttributes.${name}`)
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    // Values are strings: these two hold JSON.
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing),
      userAttributes: JSON.stringify(user.attributes),
    },
    Session: await issueSession(
      ctx,
      {
        kind: 'NEW_PASSWORD_REQUIRED',
        poolId: pool.id,
        clientId: client.id,
        username: user.username,
      },
      client.authSessionSeconds,
    ),
  }
}

export function missingAttributes(
  { schema }: UserPoolConfig,
  { attributes }: UserRecord,
): string[] {
  return schema
    .filter(({ name, required }) => required && name !== 'sub' && attributes[name] === undefined)
    .map(({ name }) => name)
}
