/** As Cognito describes users; dates are epoch seconds. */
export interface PoolUser {
  Username: string
  UserStatus: string
  Enabled: boolean
  UserCreateDate: number
  UserLastModifiedDate: number
}

export interface UserAttribute {
  Name: string
  Value?: string
}

export interface ListedUser extends PoolUser {
  Attributes: readonly UserAttribute[]
}

export interface DescribedUser extends PoolUser {
  UserAttributes: readonly UserAttribute[]
  UserMFASettingList?: readonly string[]
  PreferredMfaSetting?: string
}

export interface UserPool {
  Id: string
  Name: string
}

export function attributeOf(
  attributes: readonly UserAttribute[],
  name: string,
): string | undefined {
  return attributes.find(({ Name }) => Name === name)?.Value
}

/** Where pages of users are, as the fragment has them. */
export const usersPath = (pool: string) => `/users?pool=${encodeURIComponent(pool)}`

export const userPath = (pool: string, username: string) =>
  `/users/${encodeURIComponent(pool)}/${encodeURIComponent(username)}`
