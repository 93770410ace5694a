import type { SetUserPoolMfaConfigRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { AppClientConfig, UserPoolConfig } from '../config.ts'

/** What an operation was given, in the API's names, without the ids. */
export type Definition = Readonly<Record<string, unknown>>

/** What SetUserPoolMfaConfig was given, but for the mode: that is one of the pool's own members. */
export type MfaSettings = Omit<SetUserPoolMfaConfigRequest, 'UserPoolId' | 'MfaConfiguration'>

/** A pool of CreateUserPool, as the store keeps it. */
export interface CreatedPool {
  id: string
  definition: Definition
  /** Undefined before SetUserPoolMfaConfig. */
  mfa?: MfaSettings
  createdAtMs: number
  updatedAtMs: number
}

/** An app client of CreateUserPoolClient; its pool may be the template's. */
export interface CreatedClient extends Omit<CreatedPool, 'mfa'> {
  poolId: string
  secret?: string
}

interface ReadPool {
  pool: Omit<UserPoolConfig, 'clients'>
  /** What it asks for and the local AWS does not do, one sentence each. */
  notEmulated: readonly string[]
}

interface ReadClient {
  client: AppClientConfig
  notEmulated: readonly string[]
}

/** The template's checks and defaults, for what the API is given. */
export interface Definitions {
  newId(of: 'user pool' | 'app client' | 'client secret'): string
  /** @throws DefinitionError */
  userPool(created: Pick<CreatedPool, 'id' | 'definition' | 'mfa'>): ReadPool
  /** @throws DefinitionError */
  appClient(
    created: Pick<CreatedClient, 'id' | 'secret' | 'definition'>,
    pool: Omit<UserPoolConfig, 'clients'>,
  ): ReadClient
}

/** What is wrong with a definition, every problem that was found. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError'
}
