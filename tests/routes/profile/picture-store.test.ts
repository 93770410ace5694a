import { Blob as NodeBlob } from 'node:buffer'
import { S3Client, ListObjectsV2Command, HeadObjectCommand } from '@aws-sdk/client-s3'
import { fetchAuthSession } from 'aws-amplify/auth'
import { expect } from 'vitest'
import type { Version } from '../../../src/profile/editing.ts'
import { emptyProfile } from '../../../src/profile/profile.ts'
import {
  readPicture,
  removePicture,
  replacePicture,
} from '../../../src/routes/profile/picture/picture-store.ts'
import { saveProfile } from '../../../src/routes/profile/profile-store.ts'
import { uploadObject } from '../../../src/storage/upload-object.ts'
import { asciiBytes, picture } from '../../support/app/pictures.ts'
import { test, type SignedIn } from '../../support/app/signed-in.ts'

const nothing: Version = { profile: emptyProfile, etag: undefined }
// Node's fetch sends its own blobs only, not jsdom's.
const Blob = NodeBlob as unknown as typeof globalThis.Blob
const webp = {
  blob: new Blob([picture('webpLossy')], { type: 'image/webp' }),
  type: 'image/webp',
} as const
const png = { blob: new Blob([picture('png')], { type: 'image/png' }), type: 'image/png' } as const

function upload() {
  const controller = new AbortController()
  const shares: number[] = []
  return {
    shares,
    controller,
    options: { signal: controller.signal, onProgress: (share: number) => void shares.push(share) },
  }
}

/** The same person's view of the bucket, by another client. */
async function inspect({ standIn }: SignedIn) {
  const { credentials, identityId = '' } = await fetchAuthSession()
  const { region, bucket: Bucket } = standIn.config
  const client = new S3Client({
    endpoint: standIn.s3Url,
    region,
    forcePathStyle: true,
    credentials: credentials ?? { accessKeyId: '', secretAccessKey: '' },
  })
  const prefix = `users/${identityId}/`
  return {
    names: async () => {
      const { Contents = [] } = await client.send(
        new ListObjectsV2Command({ Bucket, Prefix: prefix }),
      )
      return Contents.map(({ Key = '' }) => Key.replace(prefix, ''))
    },
    head: (name: string) => client.send(new HeadObjectCommand({ Bucket, Key: prefix + name })),
  }
}

test('a picture lies beside the profile that names it, typed and kept out of caches', async ({
  signedIn,
}) => {
  const { kind, version } = await replacePicture(nothing, webp, upload().options)

  const name = version.profile.picture?.name ?? ''
  const bucket = await inspect(signedIn)
  expect(kind).toBe('saved')
  expect(await bucket.names()).toEqual([name, 'profile.json'])
  expect(await bucket.head(name)).toMatchObject({
    ContentType: 'image/webp',
    CacheControl: 'private, no-store',
  })
  const read = await readPicture({ name, type: 'image/webp' })
  expect(new Uint8Array((await read?.arrayBuffer()) ?? [])).toEqual(picture('webpLossy'))
})

test('the old picture goes once the new one is in place', async ({ signedIn }) => {
  const first = await replacePicture(nothing, webp, upload().options)

  const second = await replacePicture(first.version, png, upload().options)

  const bucket = await inspect(signedIn)
  expect(await bucket.names()).toEqual([second.version.profile.picture?.name, 'profile.json'])
  expect(second.version.profile.picture?.type).toBe('image/png')
})

test('removing the picture removes the object too', async ({ signedIn }) => {
  const first = await replacePicture(nothing, webp, upload().options)

  const { version } = await removePicture(first.version)

  expect(version.profile.picture).toBeUndefined()
  expect(await (await inspect(signedIn)).names()).toEqual(['profile.json'])
})

test('the second of two new pictures is told, and leaves nothing behind', async ({ signedIn }) => {
  const base = (await saveProfile(nothing, emptyProfile)).version
  const first = await replacePicture(base, webp, upload().options)

  const second = await replacePicture(base, png, upload().options)

  expect(second).toEqual({ kind: 'conflict', version: first.version })
  expect(await (await inspect(signedIn)).names()).toEqual([
    first.version.profile.picture?.name,
    'profile.json',
  ])
})

test('a cancelled upload changes nothing', async ({ signedIn }) => {
  const { controller, options } = upload()
  const replacing = replacePicture(nothing, webp, options)
  controller.abort()

  await expect(replacing).rejects.toMatchObject({ name: 'AbortError' })
  expect(await (await inspect(signedIn)).names()).toEqual([])
})

test('a picture that S3 has no time for leaves the profile as it was', async ({ signedIn }) => {
  const base = (await saveProfile(nothing, emptyProfile)).version
  signedIn.s3.refuseNext('PUT', 3)

  await expect(replacePicture(base, webp, upload().options)).rejects.toMatchObject({
    name: 'SlowDown',
  })
  expect(await (await inspect(signedIn)).names()).toEqual(['profile.json'])
})

test('what lies there and is no such picture is not shown', async ({ signedIn: _ }) => {
  const name = 'picture-0123456789abcdef.webp'
  const page = new Blob([asciiBytes('<svg onload="alert(1)">')], { type: 'image/webp' })
  await uploadObject(name, page, () => undefined).done

  expect(await readPicture({ name, type: 'image/webp' })).toBeUndefined()
  expect(
    await readPicture({ name: 'picture-fedcba9876543210.webp', type: 'image/webp' }),
  ).toBeUndefined()
})
