import { listDevices, type Device } from './devices.ts'
import { readMe, type Me } from './me.ts'
import { listPasskeys, type Passkey } from './passkeys.ts'
import { listUserSessions, type UserSession } from './user-sessions.ts'

export type Happening =
  | { kind: 'signed-in'; atMs: number; session: UserSession }
  | { kind: 'device-added'; atMs: number; device: Device }
  | { kind: 'passkey-added'; atMs: number; passkey: Passkey }

export interface Activity {
  me: Me
  /** Newest first. */
  happenings: readonly Happening[]
  /** Whether sign-ins are among them: the pool may keep no sessions. */
  hasSessions: boolean
  hasDevices: boolean
  hasPasskeys: boolean
}

/**
 * What happened on the account, of all that AWS tells people of themselves: sessions that are not over,
 * devices and passkeys. The events that threat protection keeps are for administrators.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListUserAuthEvents.html
 */
export async function readActivity(): Promise<Activity> {
  const [me, sessions, devices, passkeys] = await Promise.all([
    readMe(),
    listUserSessions(),
    listDevices(),
    listPasskeys(),
  ])
  const happenings: Happening[] = []
  if (sessions.kind === 'list') {
    for (const session of sessions.sessions) {
      happenings.push({ kind: 'signed-in', atMs: session.createdAtMs, session })
    }
  }
  for (const device of devices) {
    const { createdAtMs: atMs } = device
    if (atMs !== undefined) happenings.push({ kind: 'device-added', atMs, device })
  }
  const known = passkeys.kind === 'list' ? passkeys.passkeys : []
  for (const passkey of known) {
    const { createdAtMs: atMs } = passkey
    if (atMs !== undefined) happenings.push({ kind: 'passkey-added', atMs, passkey })
  }
  return {
    me,
    happenings: happenings.sort((one, other) => other.atMs - one.atMs),
    hasSessions: sessions.kind === 'list',
    hasDevices: devices.length > 0,
    hasPasskeys: known.length > 0,
  }
}
