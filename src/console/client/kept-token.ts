export interface KeptToken {
  read(): string | undefined
  keep(token: string): void
}

const key = 'local-aws-token'

/** For other tabs of this browser, and good for one run alone. Where nothing may be kept, it is this page's. */
export function createKeptToken(): KeptToken {
  let own: string | undefined
  return {
    read() {
      try {
        return own ?? window.localStorage.getItem(key) ?? undefined
      } catch {
        return own
      }
    },
    keep(token) {
      own = token
      try {
        window.localStorage.setItem(key, token)
      } catch {
        return
      }
    },
  }
}
