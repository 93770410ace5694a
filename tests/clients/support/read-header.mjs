/** @returns what the first comments of a client's script say. */
export function readHeader(text) {
  const comments = /^(?:(?:#|\/\/).*\n)+/.exec(text)?.[0] ?? ''
  const said = comments.replaceAll(/\n(?:#|\/\/) {3,}/g, ' ')
  const valueOf = (key) => new RegExp(`^(?:#|//) ${key}: *(.+)$`, 'm').exec(said)?.[1]?.trim() ?? ''
  return {
    client: valueOf('Client'),
    packages: valueOf('Packages'),
    flags: valueOf('Local AWS'),
    proves: valueOf('Proves'),
  }
}
