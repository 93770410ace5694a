import type { UserRecord } from '../../../local/user-pools/model.ts'
import { createUsers } from '../../../local/user-pools/users/users.ts'
import type { RunningUserPools } from './user-pools.ts'

/** Changes a user as only an administrator could. */
export function alterUser(
  { pools, runtime }: RunningUserPools,
  username: string,
  change: Partial<UserRecord>,
): void {
  const [pool] = pools
  const users = createUsers(runtime.store)
  const user = pool && users.find(pool, username)
  if (!user) throw new Error(`There is no ${username}`)
  users.update(pool, { ...user, ...change })
}
