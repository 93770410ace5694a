/** How a page is asked for: HEAD as GET, whose head alone it wants. Undefined for other methods. */
export function pageMethod({ method }: Request): 'GET' | 'POST' | undefined {
  if (method === 'HEAD') return 'GET'
  return method === 'GET' || method === 'POST' ? method : undefined
}

/** RFC 9110, section 15.5.6: who used the wrong method is told the right ones. */
export function allowing(methods: object | undefined, response: Response): Response {
  if (response.status === 405) response.headers.set('allow', Object.keys(methods ?? {}).join(', '))
  return response
}
