import type { ConsoleClient } from '../client/console-client.ts'
import { RefusedError } from '../client/refused.ts'
import type { DescribedUser } from './pool-user.ts'

export interface Device {
  DeviceKey: string
  DeviceAttributes?: readonly { Name: string; Value?: string }[]
  DeviceLastAuthenticatedDate?: number
}

export interface UserSession {
  SessionId: string
  SessionType: string
  CreateDate: number
  LastActiveDate?: number
  DeviceType?: string
  LastIPAddress?: string
}

export interface AuthEvent {
  EventId: string
  EventType: string
  CreationDate: number
  EventResponse: string
  EventRisk?: { RiskDecision?: string; RiskLevel?: string }
  EventContextData?: { IpAddress?: string; DeviceName?: string; City?: string; Country?: string }
}

interface DescribedPool {
  UserPool: { UserPoolAddOns?: { AdvancedSecurityMode?: string } }
}

/** All that Cognito tells an administrator of somebody; a list that the pool does not keep is undefined. */
export interface ReadUser {
  pool: string
  user: DescribedUser
  firstFactors: readonly string[] | undefined
  groups: readonly string[]
  /** Of the pool. */
  allGroups: readonly string[]
  devices: readonly Device[] | undefined
  sessions: readonly UserSession[] | undefined
  events: readonly AuthEvent[] | undefined
}

/** @throws RefusedError where there is no such user. */
export async function readUser(
  client: ConsoleClient,
  pool: string,
  username: string,
): Promise<ReadUser> {
  const place = { UserPoolId: pool, Username: username }
  const user = await client.call<DescribedUser>('AdminGetUser', place)
  const maybe = <Answer>(operation: string, input: object = place) =>
    client.call<Answer>(operation, input).catch(unlessRefused)
  const readEvents = async () => {
    const { UserPool } = await client.call<DescribedPool>('DescribeUserPool', { UserPoolId: pool })
    const { AdvancedSecurityMode: mode = 'OFF' } = UserPool.UserPoolAddOns ?? {}
    // A pool without threat protection would refuse the list.
    if (mode === 'OFF') return undefined
    return client.call<{ AuthEvents: AuthEvent[] }>('AdminListUserAuthEvents', {
      ...place,
      MaxResults: 20,
    })
  }
  const [factors, groups, allGroups, devices, sessions, events] = await Promise.all([
    maybe<{ ConfiguredUserAuthFactors?: string[] }>('AdminGetUserAuthFactors'),
    maybe<{ Groups: { GroupName: string }[] }>('AdminListGroupsForUser'),
    maybe<{ Groups: { GroupName: string }[] }>('ListGroups', { UserPoolId: pool, Limit: 60 }),
    maybe<{ Devices: Device[] }>('AdminListDevices', { ...place, Limit: 60 }),
    maybe<{ Sessions?: UserSession[] }>('AdminListUserSessions'),
    readEvents(),
  ])
  const namesOf = (list: typeof groups) => list?.Groups.map(({ GroupName }) => GroupName) ?? []
  return {
    pool,
    user,
    firstFactors: factors?.ConfiguredUserAuthFactors,
    groups: namesOf(groups),
    allGroups: namesOf(allGroups),
    devices: devices?.Devices,
    sessions: sessions?.Sessions,
    events: events?.AuthEvents,
  }
}

/** A pool that does not track devices, say, refuses the list. */
function unlessRefused(error: unknown): undefined {
  if (error instanceof RefusedError) return undefined
  throw error
}
