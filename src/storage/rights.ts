import { StorageError, downloadData } from 'aws-amplify/storage'
import { objectPath, sharedPath, strangersPath, type ObjectPath } from './object-path.ts'
import { writeObject } from './write-object.ts'

/** In the order in which they are shown. */
export const rightNames = [
  'readOwn',
  'writeOwn',
  'readShared',
  'writeShared',
  'readOthers',
] as const

type RightName = (typeof rightNames)[number]

export type Rights = Readonly<Record<RightName, boolean>>

const profile = 'profile.json'
const note = 'note.txt'

/** What is tried for each, as IAM calls it. */
export const requestOf: Readonly<Record<RightName, string>> = {
  readOwn: `s3:GetObject users/…/${profile}`,
  writeOwn: `s3:PutObject users/…/${profile}`,
  readShared: `s3:GetObject shared/${note}`,
  writeShared: `s3:PutObject shared/${note}`,
  readOthers: `s3:GetObject users/…/${profile}`,
}

/** What the session's role lets it do, tried by requests that change nothing. @throws StorageError */
export async function tryRights(): Promise<Rights> {
  const [readOwn, writeOwn, readShared, writeShared, readOthers] = await Promise.all([
    mayRead(objectPath(profile)),
    mayWrite(profile, objectPath(profile)),
    mayRead(sharedPath(note)),
    mayWrite(note, sharedPath(note)),
    mayRead(strangersPath(profile)),
  ])
  return { readOwn, writeOwn, readShared, writeShared, readOthers }
}

function mayRead(path: ObjectPath): Promise<boolean> {
  return isAllowed(async () => {
    const { body } = await downloadData({ path, options: { cacheControl: 'no-store' } }).result
    await body.blob()
  })
}

/** S3 looks at the policies first, and only then whether the object is the one to be replaced. */
function mayWrite(name: string, path: ObjectPath): Promise<boolean> {
  const replaces = '"00000000000000000000000000000000"'
  const write = { name, path, body: '', contentType: 'text/plain', replaces }
  return isAllowed(() => writeObject(write))
}

const refusals: ReadonlySet<string> = new Set(['AccessDenied', '403'])
/** What S3 answers to whom it has let through. */
const admissions: ReadonlySet<string> = new Set(['NoSuchKey', 'NotFound', 'PreconditionFailed'])

async function isAllowed(request: () => Promise<unknown>): Promise<boolean> {
  try {
    await request()
    return true
  } catch (error) {
    if (error instanceof StorageError && refusals.has(error.name)) return false
    if (error instanceof StorageError && admissions.has(error.name)) return true
    throw error
  }
}
