import type { ProviderContext } from '../provider.ts'

// A reset keeps the keys, but another data folder has others on the same port.
const cacheable = { 'cache-control': 'public, max-age=60' }

/** GET /jwks (RFC 7517, section 5). */
export async function showKeys(_request: Request, ctx: ProviderContext): Promise<Response> {
  return Response.json(await ctx.signingKey.keySet(), { headers: cacheable })
}

/** GET /.well-known/openid-configuration (OpenID Connect Discovery 1.0, section 3). */
export function showDiscovery(_request: Request, ctx: ProviderContext): Promise<Response> {
  const { endpoints, provider } = ctx
  const document = {
    issuer: endpoints.issuer,
    authorization_endpoint: endpoints.authorizeUrl,
    token_endpoint: endpoints.tokenUrl,
    ...(provider.userInfo && { userinfo_endpoint: endpoints.userInfoUrl }),
    jwks_uri: endpoints.jwksUri,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'form_post'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: Object.keys(provider.scopes),
    token_endpoint_auth_methods_supported: provider.openId?.authMethods,
    claims_supported: ['aud', 'exp', 'iat', 'iss', 'sub', ...(provider.openId?.claimNames ?? [])],
    code_challenge_methods_supported: ['S256'],
    ...(provider.openId?.namesIssuer === true && {
      authorization_response_iss_parameter_supported: true,
    }),
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
  }
  return Promise.resolve(Response.json(document, { headers: cacheable }))
}
