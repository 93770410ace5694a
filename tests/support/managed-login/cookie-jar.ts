/** What a browser keeps of `Set-Cookie`: names and values, and that `Max-Age=0` removes. */
export interface CookieJar {
  keep(response: Response): void
  header(): string
  get(name: string): string | undefined
  set(name: string, value: string): void
}

export function createCookieJar(): CookieJar {
  const cookies = new Map<string, string>()
  return {
    keep(response) {
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const name = pair.slice(0, pair.indexOf('='))
        if (/;\s*max-age=0\b/i.test(line)) cookies.delete(name)
        else cookies.set(name, pair.slice(name.length + 1))
      }
    },
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    get: (name) => cookies.get(name),
    set: (name, value) => void cookies.set(name, value),
  }
}
