import { Amplify } from 'aws-amplify'
import { callUserPool } from './call-user-pool.ts'

export interface UserSession {
  id: string
  isCurrent: boolean
  /** Whose tokens it has: this app's, another app client's, or none but the sign-in page's cookie. */
  at: 'this-app' | 'another-app' | 'sign-in-page'
  /** Browser and system, as far as AWS makes them out. */
  browser: string | undefined
  system: string | undefined
  place: string | undefined
  ipAddress: string | undefined
  createdAtMs: number
  lastActiveAtMs: number
}

/** `unavailable` where the pool keeps none, or AWS has no such list for it. */
export type UserSessions =
  | { kind: 'list'; sessions: readonly UserSession[] }
  | { kind: 'unavailable' }

/** Dates are epoch seconds. */
interface Described {
  SessionId: string
  SessionType: 'TOKEN' | 'SSO'
  ClientId?: string
  CreateDate: number
  LastActiveDate?: number
  DeviceType?: string
  LastIPAddress?: string
  LastLocation?: { City?: string | null; Country?: string | null }
  OriginSessionId?: string
  IsCurrentSession?: boolean
}

/** AWS is a few seconds behind with its list; what has ended here is not shown until then. */
const ended = new Set<string>()

/** Of an operation that the pool's plan, the pool or the Region does not have. */
const refusals: ReadonlySet<string> = new Set([
  'FeatureUnavailableInTierException',
  'OperationNotEnabledException',
  'UnsupportedOperationException',
  'UnknownOperationException',
])

/**
 * Where the person is signed in, at all apps of the pool: this session first, then by last use. What
 * came of a session of the sign-in page stands for it.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserSessions.html
 */
export async function listUserSessions(): Promise<UserSessions> {
  const described: Described[] = []
  try {
    let next: string | undefined
    do {
      const page = await callUserPool<{ Sessions?: Described[]; NextToken?: string }>(
        'ListUserSessions',
        next === undefined ? {} : { NextToken: next },
      )
      described.push(...(page.Sessions ?? []))
      next = page.NextToken
    } while (next !== undefined)
  } catch (error) {
    if (error instanceof Error && refusals.has(error.name)) return { kind: 'unavailable' }
    throw error
  }
  // A pool that keeps any has this one.
  if (described.length === 0) return { kind: 'unavailable' }
  const origins = new Set(described.map(({ OriginSessionId }) => OriginSessionId))
  const sessions = described
    .filter(({ SessionId }) => !ended.has(SessionId) && !origins.has(SessionId))
    .map(sessionOf)
  return { kind: 'list', sessions: sessions.sort(byUse) }
}

/**
 * Ends one, and what it came of: else whoever has it would be let in again without a password.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeUserSession.html
 */
export async function revokeUserSession(id: string): Promise<void> {
  const input = { SessionId: id, RevokeAssociatedSessions: 'LINKED' }
  await callUserPool('RevokeUserSession', input).catch((error: unknown) => {
    // It was over already.
    if ((error as Error).name !== 'ResourceNotFoundException') throw error
  })
  ended.add(id)
}

/** All but this one. @throws where one could not be ended; the others are. */
export async function revokeOtherSessions(): Promise<void> {
  const others = othersOf(await listUserSessions())
  const ends = await Promise.allSettled(others.map(({ id }) => revokeUserSession(id)))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** How many there are besides this one; undefined where nobody can tell. */
export async function countOtherSessions(): Promise<number | undefined> {
  const listed = await listUserSessions().catch(() => undefined)
  return listed?.kind === 'list' ? othersOf(listed).length : undefined
}

export function othersOf(listed: UserSessions): readonly UserSession[] {
  return listed.kind === 'list' ? listed.sessions.filter(({ isCurrent }) => !isCurrent) : []
}

function sessionOf(described: Described): UserSession {
  const { userPoolClientId } = Amplify.getConfig().Auth?.Cognito ?? {}
  const { ClientId, CreateDate, LastActiveDate = CreateDate, LastLocation } = described
  const isOwn = ClientId === undefined || ClientId === userPoolClientId
  const [browser, system] = (known(described.DeviceType) ?? '').split(' / ')
  return {
    id: described.SessionId,
    isCurrent: described.IsCurrentSession === true,
    at: described.SessionType === 'SSO' ? 'sign-in-page' : isOwn ? 'this-app' : 'another-app',
    browser: browser || undefined,
    system,
    place:
      [known(LastLocation?.City), known(LastLocation?.Country)].filter(Boolean).join(', ') ||
      undefined,
    ipAddress: known(described.LastIPAddress),
    createdAtMs: CreateDate * 1000,
    lastActiveAtMs: LastActiveDate * 1000,
  }
}

/** AWS writes `unknown` where it does not know. */
function known(text: string | null | undefined): string | undefined {
  return text === 'unknown' ? undefined : (text ?? undefined)
}

function byUse(one: UserSession, other: UserSession): number {
  return (
    Number(other.isCurrent) - Number(one.isCurrent) || other.lastActiveAtMs - one.lastActiveAtMs
  )
}
