import type {
  AuthorizationError,
  ReturnAddress,
} from '../authorization-server/authorization-error.ts'
import { redirectTo, redirectUrl } from '../authorization-server/redirect.ts'
import { toBase64 } from '../core/encoding/base64.ts'
import { randomUuid } from '../core/ports/random.ts'
import { htmlResponse } from '../http/html-response.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import type { Consent } from './people/consents.ts'
import type { ProviderContext } from './provider.ts'
import type { Grant } from './grant.ts'
import { formPostPage, formPostScript } from './pages/form-post-page.ts'
import type { Person } from './people/person.ts'

/** Who goes on to the app, and on what terms. */
export interface Leaving {
  person: Person
  consent: Consent
  authTimeMs: number
  /** It is the first time that the person and the app have to do with each other. */
  isFirst: boolean
  /** The token endpoint is to refuse the code. */
  isRefused?: boolean
}

/** Sends the browser back to the app with a code. */
export async function answerWithCode(
  ctx: ProviderContext,
  request: AuthorizationRequest,
  { person, consent, authTimeMs, isFirst, isRefused = false }: Leaving,
  cookies: readonly string[] = [],
): Promise<Response> {
  const grant: Grant = {
    id: randomUuid(ctx.random),
    clientId: ctx.client.id,
    person: asShared(person, consent),
    isPrivateEmail: consent.relayEmail !== undefined,
    scopes: request.scopes,
    ...(request.nonce !== undefined && { nonce: request.nonce }),
    authTimeMs,
    isRefused,
  }
  const code = await ctx.authorizationCodes.issue({
    clientId: ctx.client.id,
    redirectUri: request.redirectUri,
    ...(request.codeChallenge !== undefined && { codeChallenge: request.codeChallenge }),
    grant,
  })
  const first = isFirst ? ctx.provider.firstAnswer?.(ctx, grant) : undefined
  return answer(ctx, request, { code, ...first }, cookies)
}

/** Tells the app what was wrong with its request. */
export function answerAuthorizationError(
  ctx: ProviderContext,
  { error, to }: AuthorizationError,
): Promise<Response> {
  return answer(ctx, to, error.toParameters())
}

/** An answer to the app: in the query of a redirect, or in a form that the browser posts. */
export async function answer(
  ctx: ProviderContext,
  { redirectUri, responseMode, state }: ReturnAddress,
  parameters: Readonly<Record<string, string>>,
  cookies: readonly string[] = [],
): Promise<Response> {
  const { issuer: iss } = ctx.endpoints
  const fields = {
    ...parameters,
    ...(state !== undefined && { state }),
    ...(ctx.provider.openId?.namesIssuer === true && { iss }),
  }
  if (responseMode !== 'form_post') {
    return redirectTo(redirectUrl(redirectUri, fields, responseMode), cookies)
  }
  const script = new TextEncoder().encode(formPostScript.markup)
  return htmlResponse(formPostPage(ctx, redirectUri, fields), {
    cookies,
    formTargets: [redirectUri, ...ctx.callbackUrls()],
    scriptHashes: [toBase64(await ctx.crypto.sha256(script))],
  })
}

function asShared({ email, ...person }: Person, { sharesEmail, relayEmail }: Consent): Person {
  const shown = sharesEmail ? (relayEmail ?? email) : undefined
  return { ...person, ...(shown !== undefined && { email: shown }) }
}
