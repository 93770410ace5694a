import { randomUuid, type Random } from '../../core/ports/random.ts'
import type { AppClientConfig, UserPoolConfig } from '../config.ts'
import { identitiesClaim, providerGroups } from '../federation/identities.ts'
import type { Group } from '../groups/groups.ts'
import { roleClaims } from '../groups/role-claims.ts'
import type { UserRecord } from '../model.ts'
import { amrOf } from '../step-up/levels.ts'
import { attributeFilter } from './scoped-attributes.ts'
import type { TokenFamily } from './token-family.ts'

export interface ClaimsInput {
  pool: UserPoolConfig
  client: AppClientConfig
  user: UserRecord
  family: TokenFamily
  nowMs: number
  random: Random
  /** That the user is in, the one that takes precedence first. */
  groups: readonly Group[]
  /** Of an authorization request, for the first ID token that comes of it. */
  nonce?: string
}

/** The claims of an access token, in Cognito's order. No attribute is ever among them. */
export function accessTokenClaims(input: ClaimsInput): object {
  const { client, user, family } = input
  return {
    sub: user.sub,
    ...groupsClaim(input),
    iss: input.pool.issuer,
    client_id: client.id,
    ...(family.deviceKey !== undefined && { device_key: family.deviceKey }),
    ...revocationClaims(input, 'origin_jti'),
    event_id: family.eventId,
    token_use: 'access',
    scope: family.scope,
    ...levelClaims(input),
    ...times(input, client.accessTokenSeconds),
    ...revocationClaims(input, 'jti'),
    username: user.username,
    ...(family.isOAuth && { version: 2 }),
  }
}

/**
 * The claims of an ID token: those attributes with it that this client may read.
 *
 * @param atHash of the access token beside it (OpenID Connect Core 1.0, section 3.1.3.6).
 */
export function idTokenClaims(input: ClaimsInput, atHash?: string): object {
  const { client, user, family, nonce } = input
  return {
    ...(atHash !== undefined && { at_hash: atHash }),
    sub: user.sub,
    ...groupsClaim(input),
    ...attributeClaims(input),
    iss: input.pool.issuer,
    'cognito:username': user.username,
    ...roleClaims(input.groups),
    ...(nonce !== undefined && { nonce }),
    ...revocationClaims(input, 'origin_jti'),
    aud: client.id,
    ...identitiesClaim(user),
    event_id: family.eventId,
    token_use: 'id',
    ...levelClaims(input),
    ...times(input, client.idTokenSeconds),
    ...revocationClaims(input, 'jti'),
  }
}

/** Absent where there are none. */
function groupsClaim({ user, groups }: ClaimsInput): object {
  const names = [...providerGroups(user), ...groups.map(({ name }) => name)]
  return names.length === 0 ? {} : { 'cognito:groups': names }
}

/** Unchanged by a refresh, as `auth_time` is. */
function levelClaims({ family: { acr, amr, proved = [] } }: ClaimsInput): object {
  return acr === undefined ? {} : { acr, amr: amr ?? amrOf(proved) }
}

/** NumericDate: whole seconds (RFC 7519, section 2). */
function times({ family, nowMs }: ClaimsInput, lifetimeSeconds: number): object {
  const iat = Math.floor(nowMs / 1000)
  return { auth_time: Math.floor(family.authTimeMs / 1000), exp: iat + lifetimeSeconds, iat }
}

/** Both identifiers are there only while the client has token revocation. */
function revocationClaims(
  { client, family, random }: ClaimsInput,
  name: 'jti' | 'origin_jti',
): object {
  if (!client.enableTokenRevocation) return {}
  return { [name]: name === 'jti' ? randomUuid(random) : family.originJti }
}

function attributeClaims({ client, user, family }: ClaimsInput): object {
  const isGranted = family.isOAuth ? attributeFilter(family.scope) : () => true
  const readable = Object.entries(user.attributes).filter(
    ([name]) => isGranted(name) && (client.readAttributes?.includes(name) ?? true),
  )
  return Object.fromEntries(readable.map(([name, value]) => [name, claimOf(name, value)]))
}

/** Of all attributes four are not strings in a token; `custom:*` always are, numbers too. */
function claimOf(name: string, value: string): unknown {
  switch (name) {
    case 'email_verified':
    case 'phone_number_verified':
      return value === 'true'
    case 'updated_at':
      return Number(value)
    case 'address':
      return { formatted: value }
    default:
      return value
  }
}
