import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider'
import type { AppClientConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'
import { identitiesAttribute } from '../federation/identities.ts'
import type { UserRecord } from '../model.ts'

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
 * `sub` always, and where they sign in at others' hands.
 */
export function readableAttributes(
  { readAttributes }: AppClientConfig,
  user: UserRecord,
): AttributeType[] {
  const readable = Object.entries(user.attributes).filter(
    ([name]) => readAttributes?.includes(name) ?? true,
  )
  const always = Object.entries({ sub: user.sub, ...identitiesAttribute(user) })
  return [...always, ...readable].map(([Name, Value]) => ({ Name, Value }))
}
