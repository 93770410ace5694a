import type { Version } from '../../../profile/editing.ts'
import { detectKind } from '../../../profile/picture/signature.ts'
import type { PictureRef, PictureType } from '../../../profile/profile.ts'
import { readObject } from '../../../storage/read-object.ts'
import { removeObject } from '../../../storage/remove-object.ts'
import { uploadObject, type Upload } from '../../../storage/upload-object.ts'
import { withFreshCredentials } from '../fresh-credentials.ts'
import { savePicture, type Saving } from '../profile-store.ts'

const extensions = { 'image/webp': 'webp', 'image/jpeg': 'jpg', 'image/png': 'png' } as const
const kinds = { 'image/webp': 'webp', 'image/jpeg': 'jpeg', 'image/png': 'png' } as const

/** Ours are below 200 KB. */
const maximumPictureBytes = 5 * 1024 * 1024

/** @returns undefined when it is gone, or when what lies there is no such picture. */
export async function readPicture({ name, type }: PictureRef): Promise<Blob | undefined> {
  const object = await withFreshCredentials(() => readObject(name, maximumPictureBytes))
  if (object === undefined) return undefined
  const bytes = new Uint8Array(await object.blob.arrayBuffer())
  // The type is ours and not the object's: nothing that is served as a picture becomes a page.
  return detectKind(bytes) === kinds[type] ? new Blob([bytes], { type }) : undefined
}

export interface PictureUpload {
  onProgress: (share: number) => void
  signal: AbortSignal
}

/**
 * First the new object under a name of its own, then the profile that points to it, then the old
 * object goes: whatever happens on the way, the profile points to a picture that is there.
 *
 * @throws AbortError when `signal` aborts before the profile is written.
 */
export async function replacePicture(
  base: Version,
  picture: { blob: Blob; type: PictureType },
  upload: PictureUpload,
): Promise<Saving> {
  const ref = { name: newName(picture.type), type: picture.type }
  try {
    await withFreshCredentials(() => send(ref.name, picture.blob, upload))
    upload.signal.throwIfAborted()
  } catch (error) {
    await forget(ref)
    // Whatever a cancelled request fails with, it was cancelled.
    upload.signal.throwIfAborted()
    throw error
  }
  // Nothing is removed when this throws: an answer that got lost may have been a yes.
  const saving = await savePicture(base, ref)
  await forget(saving.kind === 'saved' ? base.profile.picture : ref)
  return saving
}

export async function removePicture(base: Version): Promise<Saving> {
  const saving = await savePicture(base, undefined)
  if (saving.kind === 'saved') await forget(base.profile.picture)
  return saving
}

async function send(name: string, blob: Blob, { onProgress, signal }: PictureUpload) {
  signal.throwIfAborted()
  const upload: Upload = uploadObject(name, blob, onProgress)
  signal.addEventListener('abort', upload.cancel)
  try {
    await upload.done
  } finally {
    signal.removeEventListener('abort', upload.cancel)
  }
}

/** Never guessed and never reused, so that no cache and no other tab can confuse two pictures. */
function newName(type: PictureType): string {
  return `picture-${crypto.randomUUID()}.${extensions[type]}`
}

/** An object that nothing points to is in nobody's way; failing to remove it fails nothing. */
async function forget(picture: PictureRef | undefined): Promise<void> {
  if (picture === undefined) return
  await removeObject(picture.name).catch(() => undefined)
}
