export interface TokenRequest {
  /** Ends the request, or lets it not begin. @returns whether one was under way, which Amplify tells of. */
  giveUp: () => boolean
  /** To be called once it is known how it went. */
  settle: () => void
}

/**
 * Amplify's request to the token endpoint, in reach of whoever waits for it: an answer that comes when
 * nobody waits any more must sign nobody in, behind a page that says that nobody is.
 */
export function holdTokenRequest(): TokenRequest {
  const original = window.fetch
  const giving = new AbortController()
  let isUnderWay = false
  window.fetch = heldFetch

  function heldFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    if (!isTokenEndpoint(input)) return original.call(window, input, init)
    isUnderWay = true
    return original.call(window, input, { ...init, signal: giving.signal })
  }

  return {
    giveUp() {
      giving.abort()
      return isUnderWay
    },
    settle() {
      // Whatever else stands before `fetch` meanwhile goes on standing there.
      if (window.fetch === heldFetch) window.fetch = original
    },
  }
}

function isTokenEndpoint(input: RequestInfo | URL): boolean {
  const url = new URL(input instanceof Request ? input.url : input, window.location.href)
  return url.pathname === '/oauth2/token'
}
