import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider'
import { identitiesAttribute } from '../federation/identities.ts'
import type { UserRecord } from '../model.ts'

/** What administrators are told of any user. Times are epoch seconds with a fraction. */
interface UserFacts {
  Username: string
  Enabled: boolean
  UserStatus: UserRecord['status']
  UserCreateDate: number
  UserLastModifiedDate: number
}

export function describeUser(user: UserRecord): UserFacts {
  return {
    Username: user.username,
    Enabled: user.enabled,
    UserStatus: user.status,
    UserCreateDate: user.createdAtMs / 1000,
    UserLastModifiedDate: user.updatedAtMs / 1000,
  }
}

/** All of them, whatever an app client may read. */
export function allAttributes(user: UserRecord): AttributeType[] {
  return Object.entries({
    sub: user.sub,
    ...user.attributes,
    ...identitiesAttribute(user),
  }).map(([Name, Value]) => ({ Name, Value }))
}
