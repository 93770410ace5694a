/**
 * A call of the local AWS's own API.
 *
 * @param path below `/_local/`.
 * @param body to be posted as JSON; without one it is a GET.
 * @returns undefined for what cannot be had.
 */
export type Ask = <Answer>(path: string, body?: object) => Promise<Answer | undefined>

/** @param consoleUrl as `/config.json` has it for pages of the app: the token is in its fragment. */
export function createAsk(consoleUrl: string): Ask {
  const { origin, pathname, hash } = new URL(consoleUrl)
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? ''
  return async function ask<Answer>(path: string, body?: object) {
    const authorization = `Bearer ${token}`
    const init = body
      ? {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }
      : { headers: { authorization } }
    try {
      const response = await fetch(`${origin}${pathname}/${path}`, init)
      return response.ok ? ((await response.json()) as Answer) : undefined
    } catch {
      return undefined
    }
  }
}
