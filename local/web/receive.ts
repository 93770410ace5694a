import { wireRequest } from '../http/wire-request.ts'

/**
 * A request as it would have come over the wire: with the headers that a browser adds beyond a service
 * worker, of which a signature may cover the length. The body is read whole.
 *
 * @param cookies the value of `Cookie`; empty for none.
 */
export async function receive(request: Request, cookies = ''): Promise<Request> {
  const { method, url } = request
  const headers = new Headers(request.headers)
  if (cookies !== '') headers.set('cookie', cookies)
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const body = hasBody ? new Uint8Array(await request.arrayBuffer()) : undefined
  if (body) headers.set('content-length', String(body.byteLength))
  const { pathname, search } = new URL(url)
  return wireRequest({
    method,
    url,
    target: pathname + search,
    headers,
    chunks: body && once(body),
  })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  if (bytes.byteLength > 0) yield bytes
}
