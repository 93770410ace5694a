import type { RequestContext } from './context.ts'

/** Of a session: `aws:PrincipalTag/…` of policies, by the tag's name. */
export type SessionTags = Readonly<Record<string, string>>

/** What a trust policy sees of the tags that a session is asked for with. */
export function requestTagKeys(tags: SessionTags): RequestContext {
  const names = Object.keys(tags)
  return {
    ...keysOf('aws:RequestTag/', tags),
    ...(names.length > 0 && { 'aws:TagKeys': names }),
  }
}

/** What policies see of the tags that a session has. */
export function principalTagKeys(tags: SessionTags): RequestContext {
  return keysOf('aws:PrincipalTag/', tags)
}

/** What a trust policy has to allow, tags or none. */
export function assumeActions(action: string, tags: SessionTags): string[] {
  return [action, ...(Object.keys(tags).length > 0 ? ['sts:TagSession'] : [])]
}

function keysOf(prefix: string, tags: SessionTags): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).map(([tag, value]) => [`${prefix}${tag}`, value]))
}
