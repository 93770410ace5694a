import { randomAlphanumeric, type Random } from '../../core/ports/random.ts'

const bodyLength = 26
const sumLength = 6

/** Its end proves it, so that what was a version is told from what S3 never gave anybody. */
export function newVersionId(random: Random): string {
  const body = randomAlphanumeric(random, bodyLength)
  return body + sumOf(body)
}

/** Whether it was given, here or by another local AWS, to a version that may be gone. */
export function isVersionId(text: string): boolean {
  const body = text.slice(0, bodyLength)
  return body.length === bodyLength && text === body + sumOf(body)
}

/** FNV-1a, 32 bits: no secret, only unlikely to fit by chance. */
function sumOf(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash.toString(36).padStart(sumLength, '0').slice(-sumLength)
}
