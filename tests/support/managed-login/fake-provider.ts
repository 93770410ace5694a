import { createHash, createHmac } from 'node:crypto'
import { exportJWK, exportPKCS8, generateKeyPair, jwtVerify, SignJWT, type JWK } from 'jose'
import type { Clock } from '../../../local/core/ports/clock.ts'
import { NoAnswerError, type Fetch } from '../../../local/core/ports/fetch.ts'
import type { ProviderEndpoints } from '../../../local/core/ports/provider-endpoints.ts'
import type {
  IdentityProviderConfig,
  IdentityProviderType,
} from '../../../local/user-pools/config.ts'

type Claims = Record<string, unknown>
type Algorithm = 'RS256' | 'ES256'

/** An identity provider that nobody listens for: it answers what a `Fetch` asks, and consents at once. */
export interface FakeProvider {
  config: IdentityProviderConfig
  endpoints: ProviderEndpoints
  fetch: Fetch
  /** Whoever signs in there. */
  person: Claims
  /** What its ID tokens say instead, or not at all (undefined). */
  idTokenChanges: Claims
  signsAs: Algorithm | 'none' | 'HS256' | 'another key'
  /** Of its keys and of what it signs by. */
  kid: string
  userInfo: (person: Claims) => Claims
  /** What it answers instead, by the end of the path. */
  instead: Partial<Record<'token' | 'userinfo' | 'jwks' | 'openid-configuration', Answer>>
  /** What it was asked, oldest first: method and URL, and the form if there was one. */
  asked: { method: string; url: URL; form: URLSearchParams; authorization: string | null }[]
  /** Where a browser that was sent to `url` is sent back to once the person there has agreed. */
  agree: (url: URL) => URL
}

type Answer = Response | 'hang' | 'reset'

const secret = 'of-the-provider'
const keys = {
  RS256: generateKeyPair('RS256', { extractable: true }),
  ES256: generateKeyPair('ES256', { extractable: true }),
}
const stranger = generateKeyPair('RS256')
const apple = generateKeyPair('ES256', { extractable: true })

export async function createFakeProvider(
  clock: Clock,
  type: IdentityProviderType,
  name: string = type,
): Promise<FakeProvider> {
  const issuer = `https://${name.toLowerCase()}.example`
  const codes = new Map<string, URLSearchParams>()
  const isOpenId = type !== 'Facebook' && type !== 'LoginWithAmazon'
  const subjectClaim = type === 'Facebook' ? 'id' : isOpenId ? 'sub' : 'user_id'

  const provider: FakeProvider = {
    config: {
      name,
      type,
      identifiers: [],
      details: {
        client_id: `client-at-${name}`,
        ...(type === 'OIDC' && { oidc_issuer: issuer, authorize_scopes: 'openid email' }),
        ...(type === 'SignInWithApple'
          ? {
              team_id: 'TEAM',
              key_id: 'KEY',
              private_key: await exportPKCS8((await apple).privateKey),
            }
          : { client_secret: secret }),
      },
      attributeMapping: { email: 'email', name: 'name', username: subjectClaim },
    },
    endpoints: {
      issuer,
      authorizeUrl: `${issuer}/authorize`,
      tokenUrl: `${issuer}/token`,
      userInfoUrl: `${issuer}/userinfo`,
      jwksUri: `${issuer}/jwks`,
    },
    person: { [subjectClaim]: '1026', email: 'ada@example.com', name: 'Ada' },
    idTokenChanges: {},
    signsAs: 'RS256',
    kid: 'one',
    userInfo: (person) => person,
    instead: {},
    asked: [],

    agree(url) {
      const code = crypto.randomUUID()
      codes.set(code, url.searchParams)
      const callback = new URL(url.searchParams.get('redirect_uri')!)
      callback.searchParams.set('code', code)
      callback.searchParams.set('state', url.searchParams.get('state')!)
      return callback
    },

    async fetch(request) {
      const url = new URL(request.url)
      const body = new URLSearchParams(await request.text())
      const authorization = request.headers.get('authorization')
      provider.asked.push({ method: request.method, url, form: body, authorization })
      const place = url.pathname.split('/').at(-1) as keyof FakeProvider['instead']
      const instead = provider.instead[place]
      if (instead === 'hang') throw new NoAnswerError('timed-out')
      if (instead === 'reset') throw new NoAnswerError('unreachable')
      if (instead) return instead.clone()
      switch (place) {
        case 'token':
          return token(type === 'Facebook' ? url.searchParams : body)
        case 'userinfo':
          if (authorization !== 'Bearer of-ada') return new Response(null, { status: 401 })
          return Response.json(provider.userInfo(provider.person))
        case 'jwks':
          return Response.json({ keys: await publicKeys() })
        case 'openid-configuration':
          return Response.json({
            issuer,
            authorization_endpoint: provider.endpoints.authorizeUrl,
            token_endpoint: provider.endpoints.tokenUrl,
            userinfo_endpoint: provider.endpoints.userInfoUrl,
            jwks_uri: provider.endpoints.jwksUri,
            code_challenge_methods_supported: ['S256'],
          })
      }
    },
  }

  async function token(form: URLSearchParams): Promise<Response> {
    const code = form.get('code') ?? ''
    const asked = codes.get(code)
    codes.delete(code)
    if (!(await isClient(form))) return Response.json({ error: 'invalid_client' }, { status: 401 })
    const challenge = asked?.get('code_challenge') ?? null
    const verifier = form.get('code_verifier')
    const isProved =
      challenge === (verifier && createHash('sha256').update(verifier).digest('base64url'))
    const isSame = asked?.get('redirect_uri') === form.get('redirect_uri')
    if (!asked || !isProved || !isSame) {
      return Response.json({ error: 'invalid_grant' }, { status: 400 })
    }
    const answer = { access_token: 'of-ada', token_type: 'Bearer' }
    if (!isOpenId) return Response.json(answer)
    return Response.json({ ...answer, id_token: await idToken(asked.get('nonce')) })
  }

  async function isClient(form: URLSearchParams): Promise<boolean> {
    const { client_id } = provider.config.details
    if (form.get('client_id') !== client_id) return false
    if (type !== 'SignInWithApple') return form.get('client_secret') === secret
    return jwtVerify(form.get('client_secret') ?? '', (await apple).publicKey, {
      algorithms: ['ES256'],
      issuer: 'TEAM',
      subject: client_id,
      audience: issuer,
      currentDate: new Date(clock.now()),
    }).then(
      ({ protectedHeader: { kid } }) => kid === 'KEY',
      () => false,
    )
  }

  async function idToken(nonce: string | null): Promise<string> {
    const iat = Math.floor(clock.now() / 1000)
    const claims = {
      iss: issuer,
      aud: provider.config.details.client_id ?? '',
      iat,
      exp: iat + 300,
      nonce,
      ...provider.person,
      ...provider.idTokenChanges,
    }
    const { signsAs, kid } = provider
    if (signsAs === 'none' || signsAs === 'HS256') {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const input = `${part({ alg: signsAs, kid })}.${part(claims)}`
      if (signsAs === 'none') return `${input}.`
      return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
    }
    const alg = signsAs === 'ES256' ? 'ES256' : 'RS256'
    const { privateKey } = await (signsAs === 'another key' ? stranger : keys[alg])
    return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(privateKey)
  }

  async function publicKeys(): Promise<JWK[]> {
    const { kid, signsAs } = provider
    const { publicKey } = await keys[signsAs === 'ES256' ? 'ES256' : 'RS256']
    return [{ ...(await exportJWK(publicKey)), kid, use: 'sig' }]
  }

  return provider
}
