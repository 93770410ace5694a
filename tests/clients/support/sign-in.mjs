/**
 * Plays the browser on the domain's pages: opens an authorization request, fills the form in as the
 * person of `PERSON_EMAIL`, and follows to where the app is.
 *
 * `node support/sign-in.mjs URL` prints the address of the callback, with code and state.
 *
 * @returns the address that leads back to the app; it is not opened.
 */
export async function signInAtDomain(url) {
  const { PERSON_EMAIL: username, PERSON_PASSWORD: password } = process.env
  const cookies = new Map()
  const domain = new URL(process.env.COGNITO_URL).origin

  async function open(address, init = {}) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, { redirect: 'manual', headers: { cookie }, ...init })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) return { address, response }
    const next = new URL(location, address)
    return next.origin === domain ? open(next) : { address: next.href }
  }

  const { address, response } = await open(url)
  if (!response?.ok) throw new Error(`The domain answers ${response?.status} at ${address}`)
  const page = await response.text()
  const form = /<form[^>]*action="([^"]*)"[\s\S]*?<\/form>/.exec(
    page.slice(page.lastIndexOf('<form', page.indexOf('type="password"'))),
  )
  const hidden = [...form[0].matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const fields = new URLSearchParams(hidden.map(([, name, value]) => [name, unescape(value)]))
  fields.set('username', username)
  fields.set('password', password)
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const back = await open(new URL(unescape(form[1]), address), {
    method: 'POST',
    body: fields,
    headers: { cookie, origin: domain },
  })
  if (back.response) throw new Error(`The domain does not lead back: ${await back.response.text()}`)
  return back.address
}

function unescape(text) {
  const names = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replaceAll(/&(#?\w+);/g, (whole, name) => names[name] ?? whole)
}

if (process.argv[1] === import.meta.filename) {
  console.log(await signInAtDomain(process.argv[2]))
}
