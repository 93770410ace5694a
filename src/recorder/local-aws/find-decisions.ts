import type { ServerCheck, ServerLog } from './server-log.ts'

export type PolicyDecision = NonNullable<ServerCheck['decision']>

/** Something that S3 was asked: by an action of IAM, about somebody's files. */
interface Asked<Name extends string> {
  name: Name
  action: string
  /** Whether it was about the files of `identityId`. */
  isOwn: boolean
}

/** So many of the newest requests are looked through. */
const most = 60

/** What the policies said of each, the last time that it was asked. */
export async function findDecisions<Name extends string>(
  log: ServerLog,
  identityId: string,
  asked: readonly Asked<Name>[],
): Promise<Partial<Record<Name, PolicyDecision>>> {
  const newest = (await log.list()).filter(({ service }) => service === 's3').slice(0, most)
  const found: Partial<Record<Name, PolicyDecision>> = {}
  for (const { id } of newest) {
    const opened = await log.open(id)
    const isOwn = decodeURIComponent(opened?.request.url ?? '').includes(identityId)
    for (const { name, action, isOwn: isOwnAsked } of asked) {
      if (found[name] || isOwn !== isOwnAsked) continue
      const decision = opened?.checks.find((check) => check.name === action)?.decision
      if (decision) found[name] = decision
    }
    if (asked.every(({ name }) => found[name])) break
  }
  return found
}
