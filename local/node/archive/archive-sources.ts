import { join } from 'node:path'
import type { TarSource } from 'modern-tar/fs'
import { blobsName, currentManifest, logName, manifestName } from './format.ts'

/** What an export is packed of. */
export function archiveSources(
  logPath: string,
  folder: string,
  blobIds: readonly string[],
): TarSource[] {
  return [
    { type: 'content', content: JSON.stringify(currentManifest), target: manifestName },
    { type: 'file', source: logPath, target: logName },
    ...blobIds.map((id): TarSource => {
      const name = `${blobsName}/${id}`
      return { type: 'file', source: join(folder, name), target: name }
    }),
  ]
}
