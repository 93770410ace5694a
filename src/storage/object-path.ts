/** One segment, so that no name can climb out of the prefix or open a folder in it. */
const objectName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

/**
 * The only place that makes an object key: whatever this app reads or writes lies under the
 * signed-in person's own prefix, which is what the authenticated role allows.
 */
export function objectPath(name: string): ({ identityId }: { identityId?: string }) => string {
  if (!objectName.test(name)) throw new RangeError(`Not an object name: ${name}`)
  return ({ identityId }) => `users/${identityId ?? ''}/${name}`
}

/** All of the signed-in person's objects. */
export function ownPrefix({ identityId }: { identityId?: string }): string {
  return `users/${identityId ?? ''}/`
}
