import { cookie, readCookie, setCookies } from '../http/cookies.ts'
import { findClient, type ManagedLoginContext } from './context.ts'

/**
 * What the pages of a domain are in: English, unless a request says otherwise by `lang`. The browser
 * keeps that for later requests in a cookie. What a browser prefers (`Accept-Language`) is not asked,
 * and the classic hosted UI speaks English only.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html#managed-login-localization
 */
export const languages = [
  'de',
  'en',
  'es',
  'fr',
  'id',
  'it',
  'ja',
  'ko',
  'pt-BR',
  'zh-CN',
  'zh-TW',
] as const

export type Language = (typeof languages)[number]

const cookieName = 'lang'
// As long as browsers keep any cookie (RFC 6265bis, section 5.5): until people clear it, says AWS.
const cookieSeconds = 400 * 86_400

export function languageOf(ctx: ManagedLoginContext, request: Request): Language {
  if (!isLocalized(ctx, request)) return 'en'
  return requestedLanguage(request) ?? findLanguage(readCookie(request, cookieName)) ?? 'en'
}

/** What the request itself says; a language that there is not says nothing. */
export function requestedLanguage(request: Request): Language | undefined {
  const [only, ...others] = new URL(request.url).searchParams.getAll('lang')
  return others.length === 0 ? findLanguage(only) : undefined
}

/** Has the browser remember the language that it was asked for. */
export function rememberLanguage(
  ctx: ManagedLoginContext,
  request: Request,
  response: Response,
): Response {
  const language = requestedLanguage(request)
  if (language !== undefined && isLocalized(ctx, request)) {
    setCookies(response, [cookie(cookieName, language, cookieSeconds, `${ctx.basePath}/`)])
  }
  return response
}

function findLanguage(text: string | undefined): Language | undefined {
  return languages.find((language) => language === text)
}

/** Where it is not known whose page it is, any domain of the newer kind will do. */
function isLocalized(ctx: ManagedLoginContext, request: Request): boolean {
  const clientId = new URL(request.url).searchParams.get('client_id') ?? ''
  const domain = findClient(ctx, clientId)?.domain
  const domains = domain ? [domain] : ctx.domains()
  return domains.some(({ managedLoginVersion }) => managedLoginVersion === 2)
}
