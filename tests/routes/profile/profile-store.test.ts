import { expect } from 'vitest'
import type { Version } from '../../../src/profile/editing.ts'
import { serializeProfile } from '../../../src/profile/parse-profile.ts'
import { emptyProfile, type Profile } from '../../../src/profile/profile.ts'
import { readProfile, savePicture, saveProfile } from '../../../src/routes/profile/profile-store.ts'
import { writeObject } from '../../../src/storage/write-object.ts'
import { expiredToken } from '../../support/app/flaky-proxy.ts'
import { test } from '../../support/app/signed-in.ts'

const nothing: Version = { profile: emptyProfile, etag: undefined }
const ada: Profile = { ...emptyProfile, displayName: 'Ada', bio: 'Analyst' }
const picture = { name: 'picture-0123456789abcdef.webp', type: 'image/webp' } as const

async function saved(base: Version, profile: Profile): Promise<Version> {
  const { kind, version } = await saveProfile(base, profile)
  expect(kind).toBe('saved')
  return version
}

function overwrite(body: string, replaces?: string): Promise<string> {
  return writeObject({ name: 'profile.json', body, contentType: 'application/json', replaces })
}

test('what is saved is read back, with the ETag to save it by again', async ({ signedIn: _ }) => {
  expect(await readProfile()).toMatchObject({ kind: 'none', version: nothing })

  const first = await saved(nothing, ada)
  const second = await saved(first, { ...ada, bio: 'Poet' })

  expect(await readProfile()).toMatchObject({ kind: 'profile', version: second, unreadable: [] })
})

test('of a profile that is not there S3 is not asked for it, which would be an error in every console', async ({
  signedIn,
}) => {
  const asked = () => signedIn.s3.seen.filter(({ path }) => path.endsWith('/profile.json')).length

  expect(await readProfile()).toMatchObject({ kind: 'none', version: nothing })
  expect(signedIn.s3.seen.map(({ method }) => method)).toEqual(['GET'])
  expect(asked()).toBe(0)

  // Who was sure of it, and deleted it elsewhere, is told the same.
  expect(await readProfile(true)).toMatchObject({ kind: 'none', version: nothing })
  expect(asked()).toBe(1)
})

test('an object whose name only begins like the profile’s is none', async ({ signedIn: _ }) => {
  const body = serializeProfile(ada, { revision: 'r', updatedAt: 'u' })
  await writeObject({
    name: 'profile.json.bak',
    body,
    contentType: 'application/json',
    replaces: undefined,
  })

  expect(await readProfile()).toMatchObject({ kind: 'none', version: nothing })
})

test('a role that may not list reads all the same', async ({ signedIn }) => {
  const version = await saved(nothing, ada)
  signedIn.s3.refuseNext('GET', 1, { status: 403, code: 'AccessDenied' })

  expect(await readProfile()).toMatchObject({ kind: 'profile', version })
})

test('the second to save is told, and gets what the first one saved', async ({ signedIn: _ }) => {
  const base = await saved(nothing, ada)
  const first = await saved(base, { ...ada, bio: 'Poet' })

  const second = await saveProfile(base, { ...ada, bio: 'Countess' })

  expect(second).toEqual({ kind: 'conflict', version: first })
  expect((await readProfile()).version).toEqual(first)
})

test('who would write what lies there has saved it; a picture removed twice is removed', async ({
  signedIn: _,
}) => {
  const base = await saved(nothing, { ...ada, picture })
  const first = await saved(base, { ...ada, picture, bio: 'Poet' })

  expect(await saveProfile(base, { ...ada, picture, bio: 'Poet' })).toEqual({
    kind: 'saved',
    version: first,
  })
  const removed = (await savePicture(first, undefined)).version
  expect(await savePicture(first, undefined)).toEqual({ kind: 'saved', version: removed })
  expect(await savePicture(base, undefined)).toEqual({ kind: 'saved', version: removed })
})

test('of many saves at the same moment exactly one is kept', async ({ signedIn: _ }) => {
  const base = await saved(nothing, ada)
  const names = Array.from({ length: 8 }, (_, index) => `Ada ${index}`)

  const savings = await Promise.all(
    names.map((displayName) => saveProfile(base, { ...ada, displayName })),
  )

  const winners = savings.filter(({ kind }) => kind === 'saved')
  expect(winners).toHaveLength(1)
  expect((await readProfile()).version).toEqual(winners[0]?.version)
})

test('of many first saves at the same moment exactly one is kept', async ({ signedIn: _ }) => {
  const savings = await Promise.all(
    ['Ada', 'Augusta', 'Byron'].map((displayName) => saveProfile(nothing, { ...ada, displayName })),
  )

  const winners = savings.filter(({ kind }) => kind === 'saved')
  expect(winners).toHaveLength(1)
  expect((await readProfile()).version).toEqual(winners[0]?.version)
})

test('a save whose answer is lost is repeated, and recognises itself', async ({ signedIn }) => {
  const base = await saved(nothing, ada)
  signedIn.s3.loseAnswerTo('PUT')

  const version = await saved(base, { ...ada, bio: 'Poet' })

  expect((await readProfile()).version).toEqual(version)
  expect(signedIn.s3.seen.filter(({ method }) => method === 'PUT')).toHaveLength(3)
})

test('a save that S3 is too busy for is repeated, and given up after three tries', async ({
  signedIn,
}) => {
  signedIn.s3.refuseNext('PUT', 2)
  const base = await saved(nothing, ada)

  signedIn.s3.refuseNext('PUT', 3)
  const saving = saveProfile(base, { ...ada, bio: 'Poet' })

  await expect(saving).rejects.toMatchObject({ name: 'SlowDown' })
  expect((await readProfile()).version).toEqual(base)
})

test('credentials that S3 calls expired are renewed once, and the call is made again', async ({
  signedIn,
}) => {
  const base = await saved(nothing, ada)
  // Amplify itself tries once more, with the same ones.
  signedIn.s3.refuseNext('GET', 2, expiredToken)

  const read = await readProfile(true)

  expect(read.version).toEqual(base)
  const keys = signedIn.s3.seen.flatMap(({ headers }) => headers['x-amz-security-token'] ?? [])
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size).toBe(2)
})

test('credentials that stay expired are given up', async ({ signedIn }) => {
  signedIn.s3.refuseNext('GET', 9, expiredToken)

  await expect(readProfile()).rejects.toMatchObject({ name: 'ExpiredToken' })
  expect(signedIn.s3.seen).toHaveLength(4)
})

test('a picture is saved over texts that changed meanwhile, and keeps them', async ({
  signedIn: _,
}) => {
  const base = await saved(nothing, ada)
  await saved(base, { ...ada, bio: 'Poet' })

  const { kind, version } = await savePicture(base, picture)

  expect(kind).toBe('saved')
  expect(version.profile).toEqual({ ...ada, bio: 'Poet', picture })
  expect((await readProfile()).version).toEqual(version)
})

test('a picture is not saved over another new picture', async ({ signedIn: _ }) => {
  const base = await saved(nothing, ada)
  const other = { ...picture, name: 'picture-fedcba9876543210.webp' }
  const first = await savePicture(base, other)

  expect(await savePicture(base, picture)).toEqual({ kind: 'conflict', version: first.version })
})

test('members that another application wrote survive a save', async ({ signedIn: _ }) => {
  const other = { version: 1, ...ada, picture: null, revision: 'r', updatedAt: 't', theme: 'teal' }
  await overwrite(JSON.stringify(other))

  const version = await saved((await readProfile()).version, { ...ada, bio: 'Poet' })

  expect((await readProfile()).version).toEqual(version)
  expect(version.others).toEqual({ theme: 'teal' })
})

test('what lies there and is no profile is said to be so, and can be replaced', async ({
  signedIn: _,
}) => {
  await overwrite('<html>')
  const damaged = await readProfile()
  expect(damaged).toMatchObject({ kind: 'damaged', version: { profile: emptyProfile } })

  await saved(damaged.version, ada)

  expect(await readProfile()).toMatchObject({ kind: 'profile', version: { profile: ada } })
})

test('what lies there and is too large is not read', async ({ signedIn: _ }) => {
  await overwrite(' '.repeat(70_000))

  await expect(readProfile()).rejects.toMatchObject({ name: 'EntityTooLarge' })
})

test('the profile lies under its owner’s identity, as JSON that no cache keeps', async ({
  signedIn,
}) => {
  await saved(nothing, ada)

  const { s3, standIn } = signedIn
  const [put] = s3.seen.filter(({ method }) => method === 'PUT')
  expect(put?.path).toMatch(
    new RegExp(`^/${standIn.config.bucket}/users/us-east-1:[0-9a-f-]{36}/profile.json$`),
  )
  expect(put?.headers).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'private, no-store',
    'if-none-match': '*',
  })
})
