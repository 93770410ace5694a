import { changeAccount, showAccount } from './endpoints/account.ts'
import { showIcon, showPicture, showStyle } from './endpoints/assets.ts'
import { authorize, showAuthorize } from './endpoints/authorize.ts'
import { showDiscovery, showKeys } from './endpoints/documents.ts'
import { token } from './endpoints/token.ts'
import { userInfo } from './endpoints/user-info.ts'
import type { Provider, ProviderContext } from './provider.ts'

type Endpoint = (request: Request, ctx: ProviderContext) => Promise<Response>

/** An endpoint's methods, and how it refuses: with a page, or as the programs expect that call it. */
export interface Route {
  methods: Readonly<Partial<Record<'GET' | 'POST', Endpoint>>>
  refuse?: Provider['refuseToken']
}

/**
 * What a provider answers to, by the path below its issuer. A picture's path ends in a subject, which
 * is left out here.
 */
export function routesOf({
  openId,
  refuseToken,
  tokenMethods,
  userInfo: info,
  slug,
}: Provider): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>([
    ['', { methods: { GET: showAccount, POST: changeAccount } }],
    ['/authorize', { methods: { GET: showAuthorize, POST: authorize } }],
    ['/token', { methods: forMethods(tokenMethods, token), refuse: refuseToken }],
    ['/pictures/', { methods: { GET: showPicture } }],
    ['/style.css', { methods: { GET: showStyle } }],
    ['/icon.svg', { methods: { GET: showIcon } }],
  ])
  if (info) {
    const path = slug === 'facebook' ? '/me' : '/userinfo'
    routes.set(path, { methods: forMethods(info.methods, userInfo), refuse: info.refuse })
  }
  if (openId) {
    routes.set('/jwks', { methods: { GET: showKeys }, refuse: refuseToken })
    routes.set('/.well-known/openid-configuration', {
      methods: { GET: showDiscovery },
      refuse: refuseToken,
    })
  }
  return routes
}

function forMethods(methods: readonly ('GET' | 'POST')[], endpoint: Endpoint): Route['methods'] {
  return Object.fromEntries(methods.map((method) => [method, endpoint]))
}
