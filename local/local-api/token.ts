import { toBase64Url } from '../core/encoding/base64.ts'
import type { Random } from '../core/ports/random.ts'

/** 256 bits, in letters that a URL's fragment takes as they are. */
export function randomAdminToken(random: Random): string {
  return toBase64Url(random.bytes(32))
}
