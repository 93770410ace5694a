import { parseBase64, toBase64Url } from '../core/encoding/base64.ts'
import { cookie, readCookie } from '../http/cookies.ts'

/** What one page hands to the next. The browser keeps it, so it proves nothing by itself. */
export interface PageData {
  /** As typed, to be filled in again. */
  username?: string
  /** Where a code went, masked. */
  destination?: string
  /** Of the user pool: whoever confirms with it is signed in. */
  session?: string
  notice?: Notice
}

const notices = [
  'confirmed',
  'password-changed',
  'resent',
  'reset-required',
  'sign-in-again',
  'too-many-codes',
] as const
type Notice = (typeof notices)[number]

/** Where the pages are. */
export interface Place {
  basePath: string
}

const cookieName = 'page-data'
const lifetimeSeconds = 900

export function keepPageData({ basePath }: Place, data: PageData): string {
  const json = new TextEncoder().encode(JSON.stringify(data))
  return cookie(cookieName, toBase64Url(json), lifetimeSeconds, `${basePath}/`)
}

export function forgetPageData({ basePath }: Place): string {
  return cookie(cookieName, '', 0, `${basePath}/`)
}

export function readPageData(request: Request): PageData {
  const bytes = parseBase64(readCookie(request, cookieName) ?? '')
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? pick(value) : {}
  } catch {
    return {}
  }
}

function pick(value: object): PageData {
  const text = (name: keyof PageData) => {
    const member = (value as Record<string, unknown>)[name]
    return typeof member === 'string' && member !== '' ? { [name]: member } : {}
  }
  const notice = notices.find((name) => name === (value as PageData).notice)
  return {
    ...text('username'),
    ...text('destination'),
    ...text('session'),
    ...(notice && { notice }),
  }
}
