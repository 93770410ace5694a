/**
 * Percent-encodes all but RFC 3986's unreserved characters, as Signature Version 4 asks:
 * `encodeURIComponent` leaves `!'()*` alone.
 */
export function uriEncode(text: string): string {
  if (/^[\w.~-]*$/.test(text)) return text
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** The same, with slashes kept: the canonical URI of S3, which encodes once and normalizes nothing. */
export function uriEncodePath(path: string): string {
  if (/^[\w.~/-]*$/.test(path)) return path
  return path.split('/').map(uriEncode).join('/')
}
