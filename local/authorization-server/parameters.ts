import { readBoundedBody } from '../http/read-body.ts'
import { OAuthError } from './errors.ts'

/** Parameters of a query or form, each at most once; an empty one counts as left out. */
export type Parameters = ReadonlyMap<string, string>

const maxFormBytes = 64 << 10

/**
 * Reads parameters (RFC 6749, section 3.1: none may come twice, an empty one was not sent).
 *
 * @param onRepeated makes the error for one that comes twice.
 */
export function parseParameters(
  given: URLSearchParams,
  onRepeated: (name: string) => Error = repeated,
): Parameters {
  const parameters = new Map<string, string>()
  const names = new Set<string>()
  for (const [name, value] of given) {
    if (names.has(name)) throw onRepeated(name)
    names.add(name)
    if (value !== '') parameters.set(name, value)
  }
  return parameters
}

/** @throws OAuthError invalid_request: another content type, too long, or a parameter twice. */
export async function readForm(request: Request): Promise<Parameters> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') throw new OAuthError('invalid_request')
  const body = await readBoundedBody(request, maxFormBytes)
  if (!body) throw new OAuthError('invalid_request')
  return parseParameters(new URLSearchParams(new TextDecoder().decode(body)))
}

/** @throws OAuthError invalid_request */
export function requireFormParameter(form: Parameters, name: string): string {
  const value = form.get(name)
  if (value === undefined) throw new OAuthError('invalid_request', `${name} is required`)
  return value
}

function repeated(name: string): OAuthError {
  return new OAuthError('invalid_request', `${name} comes more than once`)
}
