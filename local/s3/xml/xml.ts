import type { XmlElement } from '../../http/rest-xml.ts'
import { checksumElement, type Checksum } from '../checksums/checksums.ts'

export const s3Namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'

/** `2009-10-12T17:50:30.000Z`: S3 keeps whole seconds. */
export function isoTime(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString()
}

export function quoted(etag: string): string {
  return `"${etag}"`
}

export function checksumElements(checksum: Checksum | undefined): (XmlElement | undefined)[] {
  if (!checksum) return []
  return [
    [checksumElement(checksum.algorithm), checksum.value],
    ['ChecksumType', checksum.type],
  ]
}

/**
 * What `encoding-type=url` makes of a key: as in a form, slashes kept. A client decodes `+` into a
 * space.
 */
export function urlEncoded(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/')
}
