import type { Log } from '../core/ports/log.ts'
import { OAuthError } from './errors.ts'

/** Any page may call: there are no cookies in it, and what is asked for is proved in the request. */
const corsHeaders = { 'access-control-allow-origin': '*' }

const preflightHeaders = {
  ...corsHeaders,
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  // The last one is Amplify's.
  'access-control-allow-headers': 'authorization, content-type, x-amz-user-agent',
  'access-control-max-age': '600',
}

// RFC 6749, section 5.1: nobody may keep an answer that has tokens in it.
const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' }

export function oauthJson(
  body: object,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  const response = Response.json(body, { status, headers })
  for (const [name, value] of Object.entries(noStore)) response.headers.set(name, value)
  return response
}

/**
 * An endpoint for programs in any page: answers preflights, refuses other methods, and turns errors
 * into JSON.
 */
export async function answerJsonEndpoint(
  request: Request,
  methods: readonly string[],
  log: Log,
  handle: () => Promise<Response>,
): Promise<Response> {
  if (request.method === 'OPTIONS') {
    return new Response(null, { status: 204, headers: preflightHeaders })
  }
  const response = methods.includes(request.method)
    ? await handle().catch((error: unknown) => answerError(error, log))
    : oauthJson({ error: 'invalid_request' }, 405, { allow: methods.join(', ') })
  for (const [name, value] of Object.entries(corsHeaders)) response.headers.set(name, value)
  return response
}

function answerError(error: unknown, log: Log): Response {
  if (error instanceof OAuthError) return oauthJson(error.toParameters(), error.status)
  log.error('An OAuth endpoint failed', error)
  return oauthJson({ error: 'server_error' }, 500)
}
