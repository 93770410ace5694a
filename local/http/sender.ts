import { remoteAddress } from './wire-request.ts'

/** Who sent a request, as far as it tells. */
export interface Sender {
  /** `User-Agent`, cut where it is longer than anybody reads. */
  userAgent: string | undefined
  ipAddress: string
}

const longestUserAgent = 1024

export function senderOf(request: Request): Sender {
  return {
    userAgent: request.headers.get('user-agent')?.slice(0, longestUserAgent),
    // Where nobody has connected, it is a page of this very browser.
    ipAddress: remoteAddress(request) ?? '127.0.0.1',
  }
}
