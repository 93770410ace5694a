import type { Migration } from './core/store/migration.ts'
import { findPartition } from './core/partitions.ts'

/** A login as it was linked before shape 2: with the address that the user pool had, its port too. */
interface LoginBefore2 {
  providerName: string
  subject: string
}

/** AWS's name of the user pool, e.g. `cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI`. */
function withoutPort(providerName: string): string {
  const [, userPoolId, region] = /^[\w.-]+:\d+\/(([a-z0-9-]+)_\w+)$/.exec(providerName) ?? []
  if (userPoolId === undefined || region === undefined) return providerName
  return `cognito-idp.${region}.${findPartition(region).dnsSuffix}/${userPoolId}`
}

/**
 * The one place where rows of earlier builds become today's. An entry for each table whose rows
 * change, oldest first; entries that are there stay as they are. What a change needs besides is in
 * CONTRIBUTING.md, "Change what is stored".
 */
export const migrations: readonly Migration[] = [
  {
    shape: 2,
    table: 'identity-pools/identities',
    migrate: (row: { logins: readonly LoginBefore2[] }) => ({
      ...row,
      logins: row.logins.map((login) => ({
        ...login,
        providerName: withoutPort(login.providerName),
      })),
    }),
  },
  {
    shape: 2,
    table: 'identity-pools/logins',
    migrate: (identityId: string) => identityId,
    rekey(key) {
      const [poolId = '', providerName = '', ...subject] = key.split('\n')
      return [poolId, withoutPort(providerName), ...subject].join('\n')
    },
    // Whoever came at two ports had an identity at each: the older one stays theirs.
    choose(there, other, read) {
      const [left, right] = [there, other].map(
        (id) => read('identity-pools/identities', String(id)) as { createdAtMs: number },
      )
      return (right?.createdAtMs ?? Infinity) < (left?.createdAtMs ?? Infinity) ? other : there
    },
  },
]
