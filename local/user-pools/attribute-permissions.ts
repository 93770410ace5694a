import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider'
import type { AppClientConfig } from './config.ts'
import { UserPoolError } from './errors.ts'
import type { UserRecord } from './model.ts'

/** @throws NotAuthorizedException when the app client's `WriteAttributes` leave it out. */
export function checkMayWrite({ writeAttributes }: AppClientConfig, name: string): void {
  if (!writeAttributes || writeAttributes.includes(name)) return
  throw new UserPoolError(
    'NotAuthorizedException',
    'A client attempted to write unauthorized attribute',
  )
}

/**
 * What the app client may read of a user, by its `ReadAttributes` of now, even for older tokens.
 * `sub` always.
 */
export function readableAttributes(
  { readAttributes }: AppClientConfig,
  user: UserRecord,
): AttributeType[] {
  return Object.entries({ sub: user.sub, ...user.attributes })
    .filter(([name]) => name === 'sub' || !readAttributes || readAttributes.includes(name))
    .map(([Name, Value]) => ({ Name, Value }))
}
