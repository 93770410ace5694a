import { usersWords as words } from '#console-words/users'
import type { PoolUser } from './pool-user.ts'

const statuses: Readonly<Record<string, string | undefined>> = words.statuses

export function UserStatus({ user: { UserStatus: status, Enabled } }: { user: PoolUser }) {
  const tone = !Enabled ? 'error' : status === 'CONFIRMED' ? 'success' : 'warning'
  return (
    <span className={`user-status alert-${tone}`}>
      {[statuses[status] ?? status, !Enabled && words.disabled].filter(Boolean).join(', ')}
    </span>
  )
}
