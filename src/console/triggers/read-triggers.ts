import type { ConsoleClient } from '../client/console-client.ts'

/** As `GET /_local/triggers/events` lists it; secrets are masked there. */
interface Listed {
  at: string
  arn: string
  triggerSource: string
  event: unknown
  answer?: unknown
  error?: string
  durationMs?: number
}

export interface TriggerEvent extends Listed {
  /** Of its place among those with the same time, so that what is open stays open. */
  key: string
}

interface Trigger {
  /** As `LambdaConfig` names it: `PreSignUp`. */
  name: string
  functionName: string
}

export interface Triggers {
  pools: readonly { id: string; name: string; triggers: readonly Trigger[] }[]
  events: readonly TriggerEvent[]
}

interface DescribedPool {
  UserPool: { Id: string; Name: string; LambdaConfig?: Readonly<Record<string, unknown>> }
}

export async function readTriggers(client: ConsoleClient): Promise<Triggers> {
  const [events, { UserPools }] = await Promise.all([
    client.get<readonly Listed[]>('triggers/events'),
    client.call<{ UserPools: { Id: string }[] }>('ListUserPools', { MaxResults: 60 }),
  ])
  const described = await Promise.all(
    UserPools.map(({ Id }) => client.call<DescribedPool>('DescribeUserPool', { UserPoolId: Id })),
  )
  return {
    pools: described.map(({ UserPool: { Id, Name, LambdaConfig = {} } }) => ({
      id: Id,
      name: Name,
      triggers: triggersOf(LambdaConfig),
    })),
    events: withKeys(events),
  }
}

/** Some name a function, some have its ARN in a structure with a version. */
function triggersOf(config: Readonly<Record<string, unknown>>): Trigger[] {
  return Object.entries(config).flatMap(([name, value]) => {
    const arn = typeof value === 'string' ? value : (value as { LambdaArn?: string }).LambdaArn
    const isKey = name === 'KMSKeyID' || arn === undefined
    return isKey ? [] : [{ name, functionName: functionNameOf(arn) }]
  })
}

/** The last part of its ARN. */
export function functionNameOf(arn: string): string {
  return arn.split(':function:').at(-1) ?? arn
}

function withKeys(newestFirst: readonly Listed[]): TriggerEvent[] {
  const counts = new Map<string, number>()
  return newestFirst
    .toReversed()
    .map((each) => {
      const count = counts.get(each.at) ?? 0
      counts.set(each.at, count + 1)
      return { ...each, key: `${each.at} ${count}` }
    })
    .reverse()
}
