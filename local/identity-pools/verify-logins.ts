import { decodeJwt } from '../core/crypto/jwt.ts'
import type { IdentityPoolConfig } from './config.ts'
import { IdentityPoolError, notAuthorized } from './errors.ts'
import type { LoginFailure, ProvenLogin, VerifyLogin } from './login.ts'
import { openIdIssuer, openIdProviderName } from './open-id-issuer.ts'

export interface Login extends ProvenLogin {
  providerName: string
  /** The provider as identities keep it. */
  keptAs: string
}

/**
 * Proves every token of `Logins`, in the order given: the first that fails decides the answer.
 *
 * @param logins provider name → token. Clear text; nothing logs or keeps it.
 * @throws InvalidParameterException, NotAuthorizedException
 */
export async function verifyLogins(
  pool: IdentityPoolConfig,
  logins: Readonly<Record<string, string>>,
  verifyLogin: VerifyLogin,
): Promise<Login[]> {
  for (const name of Object.keys(logins)) checkProviderName(name)
  const entries = Object.entries(logins).map(
    ([name, token]) => [ownNameOf(pool, name), token] as const,
  )
  if (new Set(entries.map(([providerName]) => providerName)).size < entries.length) {
    throw new IdentityPoolError(
      'InvalidParameterException',
      'Logins names the same provider more than once',
    )
  }
  const proven: Login[] = []
  for (const [providerName, token] of entries) {
    proven.push(await proveLogin(pool, providerName, token, verifyLogin))
  }
  return proven
}

async function proveLogin(
  pool: IdentityPoolConfig,
  providerName: string,
  token: string,
  verifyLogin: VerifyLogin,
): Promise<Login> {
  const issuer = decodeJwt(token)?.claims.iss
  // The token that GetOpenIdToken gave is for STS, and proves nothing new here.
  if (issuer === openIdIssuer) throw refusal({ kind: 'cognito-token' })
  if (providerName === openIdProviderName) {
    throw notAuthorized('Invalid login token. Not a Cognito token.')
  }
  const audiences = audiencesOf(pool, providerName)
  if (audiences.length === 0) throw refusal({ kind: 'unsupported-provider' })
  // The access tokens of Facebook and Amazon are no JWTs; a user pool's all are.
  const isUserPool = pool.cognitoProviders.some((one) => one.providerName === providerName)
  if (isUserPool && issuer === undefined) throw refusal({ kind: 'not-an-id-token' })
  const login = await verifyLogin(providerName, token)
  if (login.kind !== 'verified') throw refusal(login)
  const client = audiences.find(({ clientId }) => clientId === login.audience)
  if (!client) throw refusal({ kind: 'unsupported-provider' })
  if (client.serverSideTokenCheck && !login.active) throw refusal({ kind: 'inactive' })
  return { ...login, providerName, keptAs: keptNameOf(pool, providerName) }
}

/** Of a user pool there is more than one, AWS's among them. */
export function ownNameOf({ loginAliases = {} }: IdentityPoolConfig, name: string): string {
  return (Object.hasOwn(loginAliases, name) ? loginAliases[name] : undefined) ?? name
}

/** AWS's first name for a user pool, since no port changes it. */
function keptNameOf({ loginAliases = {} }: IdentityPoolConfig, providerName: string): string {
  const [alias] = Object.entries(loginAliases).find(([, name]) => name === providerName) ?? []
  return alias ?? providerName
}

/** A domain with a path perhaps, never a URL. */
function checkProviderName(name: string): void {
  if (!/^[A-Za-z0-9][\w.-]*(?::\d{1,5})?(?:\/[\w./-]*)?$/.test(name) || name.length > 128) {
    throw new IdentityPoolError(
      'InvalidParameterException',
      'Please provide a valid public provider',
    )
  }
}

function audiencesOf(
  pool: IdentityPoolConfig,
  providerName: string,
): { clientId: string; serverSideTokenCheck: boolean }[] {
  const userPools = pool.cognitoProviders.filter((one) => one.providerName === providerName)
  const clientId = Object.hasOwn(pool.supportedLoginProviders, providerName)
    ? pool.supportedLoginProviders[providerName]
    : undefined
  return clientId === undefined
    ? userPools
    : [...userPools, { clientId, serverSideTokenCheck: false }]
}

/**
 * The texts that AWS answers with, which clients look for.
 *
 * @see https://github.com/aws-amplify/amplify-js/issues/2067, where people quote them
 */
function refusal(failure: LoginFailure): IdentityPoolError {
  switch (failure.kind) {
    case 'unsupported-provider':
      return notAuthorized('Token is not from a supported provider of this identity pool.')
    case 'expired':
      return notAuthorized(
        `Invalid login token. Token expired: ${failure.nowSeconds} >= ${failure.expiresAtSeconds}`,
      )
    case 'issuer-mismatch':
      return notAuthorized("Invalid login token. Issuer doesn't match providerName")
    case 'not-an-id-token':
      return notAuthorized('Invalid login token. Not a valid OpenId Connect identity token.')
    case 'cognito-token':
      return notAuthorized("Invalid login token. Can't pass in a Cognito token.")
    case 'inactive':
      return notAuthorized('Token is inactive')
    case 'invalid':
      return notAuthorized("Invalid login token. Couldn't verify signed token.")
  }
}
