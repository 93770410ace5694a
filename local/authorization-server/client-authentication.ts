import { parseBase64 } from '../core/encoding/base64.ts'
import type { Crypto } from '../core/ports/crypto.ts'
import { OAuthError } from './errors.ts'
import type { Parameters } from './parameters.ts'

/** Who a client says to be, and what it sent to prove it. */
export interface ClientCredentials {
  clientId: string
  clientSecret?: string
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Client id and secret from the `Authorization` header (`client_secret_basic`) or from the form
 * (`client_secret_post`, and `none` without a secret). RFC 6749, section 2.3.1.
 *
 * @throws OAuthError invalid_request (no client, or two ways at once), invalid_client (a header that
 *   cannot be read)
 */
export function readClientCredentials(request: Request, form: Parameters): ClientCredentials {
  const header = request.headers.get('authorization')
  const clientId = form.get('client_id')
  const clientSecret = form.get('client_secret')
  if (header === null) {
    if (clientId === undefined) throw new OAuthError('invalid_request', 'client_id is required')
    return { clientId, ...(clientSecret !== undefined && { clientSecret }) }
  }

  const basic = parseBasic(header)
  if (!basic) throw new OAuthError('invalid_client')
  if (clientSecret !== undefined || (clientId !== undefined && clientId !== basic.clientId)) {
    throw new OAuthError('invalid_request', 'More than one way of client authentication')
  }
  return basic
}

/**
 * A confidential client has to send its secret. A public one has none that could be right.
 *
 * @throws OAuthError invalid_client
 */
export function checkClientAuthentication(
  crypto: Crypto,
  client: { secret?: string },
  given: ClientCredentials,
): void {
  if (client.secret === undefined && given.clientSecret === undefined) return
  const expected = encoder.encode(client.secret ?? '')
  const isRight = crypto.equal(expected, encoder.encode(given.clientSecret ?? ''))
  if (!isRight || client.secret === undefined) {
    throw new OAuthError('invalid_client', 'invalid_client_secret')
  }
}

/** Both halves are form-encoded before they are joined; undefined where it is not such a header. */
function parseBasic(header: string): Required<ClientCredentials> | undefined {
  const [, encoded = ''] = /^basic +(\S+)$/i.exec(header) ?? []
  const bytes = encoded === '' ? undefined : parseBase64(encoded)
  if (!bytes) return undefined
  try {
    const text = decoder.decode(bytes)
    const colon = text.indexOf(':')
    if (colon < 1) return undefined
    return {
      clientId: formDecode(text.slice(0, colon)),
      clientSecret: formDecode(text.slice(colon + 1)),
    }
  } catch {
    return undefined
  }
}

function formDecode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '))
}
