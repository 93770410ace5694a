import { isObject } from '../core/encoding/is-object.ts'
import { readBoundedBody } from '../http/read-body.ts'
import { LocalApiError } from './local-api-error.ts'

const maxBytes = 64 * 1024

/**
 * A call's body, which has to be a JSON object.
 *
 * @throws LocalApiError 415 without `content-type: application/json`, 413 beyond 64 KiB, 400.
 */
export async function readJson(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') {
    throw new LocalApiError(415, 'Send JSON, with content-type: application/json.', {
      'accept-post': 'application/json',
    })
  }
  const bytes = await readBoundedBody(request, maxBytes)
  if (!bytes) throw new LocalApiError(413, 'A body has at most 64 KiB.')
  const value = parse(bytes)
  if (isObject(value)) return value
  throw new LocalApiError(400, 'The body has to be a JSON object.')
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new LocalApiError(400, 'The body is no JSON.')
  }
}
