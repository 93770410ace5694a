import * as amplify from 'aws-amplify/auth'
import { userPoolOnly } from '../configure-amplify.ts'
import { loadAuth } from '../load-auth.ts'

/** What the ID token says of groups, and of the role that comes with them. */
export interface GroupsAndRole {
  sub: string
  groups: readonly string[]
  /** Name of the role that the token prefers; undefined where no group has one. */
  preferredRole: string | undefined
}

/**
 * @param isRenewed a token that is new: groups are as they were when it was made.
 * @throws UserUnAuthenticatedException
 */
export async function readGroupsAndRole({ isRenewed = false } = {}): Promise<GroupsAndRole> {
  await loadAuth()
  const { tokens } = await amplify.fetchAuthSession(userPoolOnly(), { forceRefresh: isRenewed })
  const claims = tokens?.idToken?.payload
  if (!claims) {
    throw new amplify.AuthError({ name: 'UserUnAuthenticatedException', message: '' })
  }
  const groups: unknown = claims['cognito:groups']
  const role: unknown = claims['cognito:preferred_role']
  return {
    sub: String(claims.sub),
    groups: Array.isArray(groups) ? groups.map(String) : [],
    preferredRole: typeof role === 'string' ? role.replace(/^.*\//, '') : undefined,
  }
}
