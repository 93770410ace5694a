import { openTabChannel } from '../../auth/session/tab-channel.ts'
import type { Version } from '../../profile/editing.ts'
import { isProfile, isRecord } from '../../profile/shape.ts'

/**
 * Tells the other tabs of this browser what was saved, so that they hear of it before they would
 * run into it. Other devices hear of it when they save: S3 itself refuses to overwrite.
 */
export interface ProfileChannel {
  tell: (version: Version) => void
  close: () => void
}

export function openProfileChannel(
  owner: string,
  onSavedElsewhere: (version: Version) => void,
): ProfileChannel {
  // Named by the owner: what belongs to one person is not told to another's tab.
  const channel = openTabChannel(`profile:${owner}`)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isVersion(data)) onSavedElsewhere(data)
  }
  return { tell: (version) => channel.postMessage(version), close: () => channel.close() }
}

function isVersion(value: unknown): value is Version {
  return isRecord(value) && isProfile(value['profile']) && typeof value['etag'] === 'string'
}
