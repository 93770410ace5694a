import { checked, type Checks } from '../core/ports/checks.ts'
import type { GenerateDataKey } from '../core/ports/data-key.ts'
import type { DeliverMessage } from '../core/ports/message.ts'
import type { InvokeFunction } from '../core/ports/invoke-function.ts'
import type { Sender } from '../http/sender.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { Admit } from '../signature-v4/admission.ts'
import type { Codes } from './codes/codes.ts'
import type { AppClientConfig, UserPoolConfig } from './config.ts'
import { UserPoolError } from './errors.ts'
import type { Imports } from './import/imports.ts'
import type { Limits } from './limits.ts'
import type { CreatedPools } from './pools/created-pools.ts'
import type { Definitions } from './pools/definitions.ts'
import type { SigningKeys } from './tokens/signing-keys.ts'
import type { Users } from './users/users.ts'

/**
 * What an operation works with. One for all requests: but for its sender and who is told of its
 * checks, it holds nothing of them.
 */
export interface OperationContext extends Runtime {
  /** Read anew each time: the template may be edited, and pools be created, while it all runs. */
  pools: () => readonly UserPoolConfig[]
  createdPools: CreatedPools
  definitions: Definitions
  users: Users
  codes: Codes
  limits: Limits
  signingKeys: SigningKeys
  imports: Imports
  deliver: DeliverMessage
  /** Where managed login of a pool answers, without trailing slash; undefined without a domain. */
  domainUrlOf: (poolId: string) => string | undefined
  invoke: InvokeFunction
  /** For functions that send messages themselves. */
  generateDataKey: GenerateDataKey
  /** For threat protection: what is taken to have leaked. */
  leakedPasswords: ReadonlySet<string>
  /** To operations that have to be signed. */
  admit: Admit
  /** Of the request that is answered. */
  sender?: Sender
  /** Told of what is checked of that request; undefined where nobody listens. */
  checks?: Checks | undefined
}

export interface ClientOfPool {
  pool: UserPoolConfig
  client: AppClientConfig
}

type Known = Pick<OperationContext, 'pools' | 'checks'>

/** @throws ResourceNotFoundException */
export function requirePool(ctx: Known, userPoolId: string): UserPoolConfig {
  return checked(ctx.checks, 'UserPoolId', () => {
    const pool = ctx.pools().find(({ id }) => id === userPoolId)
    if (pool) return pool
    throw new UserPoolError('ResourceNotFoundException', `User pool ${userPoolId} does not exist.`)
  })
}

/** @throws ResourceNotFoundException */
export function requireClient(ctx: Known, clientId: string): ClientOfPool {
  return checked(ctx.checks, 'ClientId', () => {
    for (const pool of ctx.pools()) {
      const client = pool.clients.find(({ id }) => id === clientId)
      if (client) return { pool, client }
    }
    throw noClient(clientId)
  })
}

/** @throws ResourceNotFoundException */
export function requireClientOfPool(
  ctx: Known,
  userPoolId: string,
  clientId: string,
): ClientOfPool {
  const pool = requirePool(ctx, userPoolId)
  return checked(ctx.checks, 'ClientId', () => {
    const client = pool.clients.find(({ id }) => id === clientId)
    if (client) return { pool, client }
    throw noClient(clientId)
  })
}

function noClient(clientId: string): UserPoolError {
  return new UserPoolError(
    'ResourceNotFoundException',
    `User pool client ${clientId} does not exist.`,
  )
}
