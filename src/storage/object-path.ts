/** One segment, so that no name can climb out of the prefix or open a folder in it. */
const objectName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

/** The key of an object, for Amplify, which knows whose session it is. */
export type ObjectPath = (session: { identityId?: string }) => string

/**
 * The key of an object of the app: it lies under the signed-in person's own prefix, which is what the
 * authenticated role allows.
 */
export function objectPath(name: string): ObjectPath {
  checkName(name)
  return ({ identityId }) => `users/${identityId ?? ''}/${name}`
}

/** All of the signed-in person's objects. */
export function ownPrefix({ identityId }: { identityId?: string }): string {
  return `users/${identityId ?? ''}/`
}

/** The key of an object that everybody who is signed in may read, and editors write. */
export function sharedPath(name: string): ObjectPath {
  checkName(name)
  return () => `shared/${name}`
}

/** The key of an object of nobody: as good as anybody else's, for trying that it is out of reach. */
export function strangersPath(name: string): ObjectPath {
  checkName(name)
  return ({ identityId = '' }) =>
    `users/${identityId.replace(/:.*/, '')}:00000000-0000-4000-8000-000000000000/${name}`
}

function checkName(name: string): void {
  if (!objectName.test(name)) throw new RangeError(`Not an object name: ${name}`)
}

/** Where a function puts something for somebody who has no identity yet: by the `sub` of the user pool. */
export function welcomePath(sub: string, name: string): ObjectPath {
  checkName(name)
  return () => `welcome/${sub}/${name}`
}
