import { StorageError, downloadData, list, remove } from 'aws-amplify/storage'
import { objectPath, ownPrefix, sharedPath, strangersPath } from './object-path.ts'
import type { ObjectPath } from './object-path.ts'
import { writeObject } from './write-object.ts'

const actions = {
  get: 's3:GetObject',
  put: 's3:PutObject',
  list: 's3:ListBucket',
  delete: 's3:DeleteObject',
} as const

const places = {
  own: { object: 'profile.json', shown: 'users/…/profile.json', pathOf: objectPath },
  others: { object: 'profile.json', shown: 'users/…/profile.json', pathOf: strangersPath },
  shared: { object: 'note.txt', shown: 'shared/note.txt', pathOf: sharedPath },
} as const

type RightAction = keyof typeof actions
type RightPlace = keyof typeof places

/** Something that may be done somewhere, as `get own`. */
export type RightName = `${RightAction} ${RightPlace}`

export interface Verdict {
  isAllowed: boolean
  /** S3's own words for a refusal. */
  answer: string | undefined
}

export type Rights<Name extends RightName> = Readonly<Record<Name, Verdict>>

/** Its action, as IAM calls it. */
export function actionOf(name: RightName): string {
  return actions[partsOf(name)[0]]
}

/** What is tried for it, as IAM calls it. */
export function requestOf(name: RightName): string {
  const [action, place] = partsOf(name)
  const { shown } = places[place]
  if (action === 'list') return `${actions.list} users/…/`
  return `${actions[action]} ${action === 'delete' ? shown.replace(/[^/]+$/, absent) : shown}`
}

/**
 * What the session's role lets it do, each tried at once by a request that changes nothing: nothing is
 * written over, and what is deleted is not there.
 *
 * @throws StorageError where S3 says neither yes nor no.
 */
export async function tryRights<Name extends RightName>(
  names: readonly Name[],
): Promise<Rights<Name>> {
  const tried = await Promise.all(
    names.map(async (name) => [name, await verdictOf(() => attempt(name))] as const),
  )
  return Object.fromEntries(tried) as Record<Name, Verdict>
}

/** A file that nobody has. In a bucket with versions S3 notes that it was deleted, until it tidies up. */
const absent = 'not-there.txt'

async function attempt(name: RightName): Promise<unknown> {
  const [action, place] = partsOf(name)
  const { object, pathOf } = places[place]
  switch (action) {
    case 'get':
      return await download(pathOf(object))
    case 'put':
      return await write(object, pathOf(object))
    case 'list':
      return await list({
        path: place === 'own' ? ownPrefix : strangersPrefix,
        options: { pageSize: 1 },
      })
    case 'delete':
      return await remove({ path: pathOf(absent) })
  }
}

function partsOf(name: RightName) {
  return name.split(' ') as [RightAction, RightPlace]
}

const strangersPrefix: ObjectPath = (session) => strangersPath(absent)(session).replace(absent, '')

async function download(path: ObjectPath): Promise<void> {
  const { body } = await downloadData({ path, options: { cacheControl: 'no-store' } }).result
  await body.blob()
}

/** S3 looks at the policies first, and only then whether the object is the one to be replaced. */
function write(name: string, path: ObjectPath): Promise<string> {
  const replaces = '"00000000000000000000000000000000"'
  return writeObject({ name, path, body: '', contentType: 'text/plain', replaces })
}

const refusals: ReadonlySet<string> = new Set(['AccessDenied', '403'])
/** What S3 answers to whom it has let through. */
const admissions: ReadonlySet<string> = new Set(['NoSuchKey', 'NotFound', 'PreconditionFailed'])

async function verdictOf(request: () => Promise<unknown>): Promise<Verdict> {
  try {
    await request()
    return { isAllowed: true, answer: undefined }
  } catch (error) {
    if (error instanceof StorageError && refusals.has(error.name)) {
      return { isAllowed: false, answer: error.message }
    }
    if (error instanceof StorageError && admissions.has(error.name)) {
      return { isAllowed: true, answer: undefined }
    }
    throw error
  }
}
