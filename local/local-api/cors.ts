/** A preflight carries no token: it is answered to anyone, and allowed to the app's origins alone. */
export function answerPreflight(methods: readonly string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': 'authorization, content-type, last-event-id',
      'access-control-max-age': '600',
    },
  })
}

/** @see https://fetch.spec.whatwg.org/#http-cors-protocol */
export function allowOrigin(
  request: Request,
  response: Response,
  origins: readonly string[],
): Response {
  const origin = request.headers.get('origin')
  response.headers.append('vary', 'origin')
  if (origin !== null && origins.includes(origin)) {
    response.headers.set('access-control-allow-origin', origin)
  }
  return response
}
