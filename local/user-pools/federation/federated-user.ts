import type { IdentityProviderConfig, UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'
import type { FederatedIdentity, UserRecord } from '../model.ts'
import { foldCase } from '../users/users.ts'

/** `<provider>_<id>`; in a pool that ignores case, in lower case. */
export function federatedUsername(
  pool: UserPoolConfig,
  { name }: IdentityProviderConfig,
  subject: string,
): string {
  const username = foldCase(pool, `${name}_${subject}`)
  if (username.length <= 128) return username
  throw new UserPoolError('InvalidParameterException', 'The username is longer than 128 characters')
}

interface NewFederatedUser {
  provider: IdentityProviderConfig
  subject: string
  username: string
  sub: string
  attributes: Readonly<Record<string, string>>
  nowMs: number
}

/** Without aliases: an address of theirs may be a native user's too, and signs nobody in. */
export function newFederatedUser(pool: UserPoolConfig, of: NewFederatedUser): UserRecord {
  const { provider, subject, username, sub, attributes, nowMs } = of
  const identity: FederatedIdentity = {
    providerName: provider.name,
    providerType: provider.type,
    userId: subject,
    issuer: null,
    primary: true,
    createdAtMs: nowMs,
  }
  return {
    poolId: pool.id,
    username,
    sub,
    attributes,
    aliases: [],
    status: 'EXTERNAL_PROVIDER',
    enabled: true,
    identities: [identity],
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
}

/** @throws InvalidParameterException, naming all that are missing. */
export function checkRequired(pool: UserPoolConfig, { attributes }: UserRecord): void {
  const missing = pool.schema
    .filter(({ name, required }) => required && name !== 'sub' && !attributes[name])
    .map(({ name }) => name)
  if (missing.length === 0) return
  throw new UserPoolError(
    'InvalidParameterException',
    `attributes required: [${missing.join(', ')}]`,
  )
}
