import { toBase64Url } from '../../core/encoding/base64.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import { keptTable } from '../../core/store/kept-tables.ts'
import { invalidParameter } from '../attributes/rules.ts'
import type { AppClientConfig, UserPoolConfig } from '../config.ts'
import { DefinitionError, type CreatedClient, type CreatedPool } from './definitions.ts'
import type { Definitions } from './definitions.ts'
import { forgetPool } from './forget-pool.ts'

export interface CreatedPools {
  /** The template's, then those of the store; each with the app clients that were created for it. */
  all(): readonly UserPoolConfig[]
  /** Undefined for a pool of the template. */
  findPool(poolId: string): CreatedPool | undefined
  /** Undefined for an app client of the template. */
  findClient(poolId: string, clientId: string): CreatedClient | undefined
  /**
   * Adds a pool, or changes it.
   *
   * @throws InvalidParameterException, also when one of its app clients could not be any more.
   */
  savePool(created: CreatedPool): UserPoolConfig
  /** @throws InvalidParameterException */
  saveClient(created: CreatedClient, pool: UserPoolConfig): AppClientConfig
  /** With its app clients, its people and its keys. */
  removePool(poolId: string): void
  removeClient(poolId: string, clientId: string): void
}

// Clients of a created pool need not learn it anew after a reset, no more than those of the template's.
const poolsTable = keptTable('user-pools/pools')
const clientsTable = keptTable('user-pools/app-clients')
const revisionsTable = keptTable('user-pools/pools-revision')

type Merged = Readonly<{
  ofTemplate: readonly UserPoolConfig[]
  revision: string
  pools: readonly UserPoolConfig[]
}>

/**
 * User pools beside those of the template. The store has what the API was given; configurations are
 * read from it, once for each change of either source.
 */
export function createCreatedPools(
  { store, random, log }: Pick<Runtime, 'store' | 'random' | 'log'>,
  template: () => readonly UserPoolConfig[],
  definitions: Definitions,
): CreatedPools {
  const pools = store.table<CreatedPool>(poolsTable)
  /** By pool and id. */
  const clients = store.table<CreatedClient>(clientsTable)
  /** Another one with each change, so that a roll-back and a reset are seen, too. */
  const revisions = store.table<string>(revisionsTable)
  let merged: Merged | undefined

  const clientsOf = (poolId: string): CreatedClient[] =>
    [...clients.entries({ prefix: `${poolId}/` })].map(([, client]) => client)

  function change(work: () => void): void {
    store.transaction(() => {
      work()
      revisions.set('revision', toBase64Url(random.bytes(16)))
    })
  }

  /** What another template makes unreadable is left out until it can be read again. */
  function readOrWarn<T>(what: string, read: () => T): T[] {
    try {
      return [read()]
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error
      log.warn(`The ${what} of the store is left out: ${error.message}`)
      return []
    }
  }

  const withClients = (pool: UserPoolConfig): UserPoolConfig => ({
    ...pool,
    clients: [
      ...pool.clients,
      ...clientsOf(pool.id).flatMap((created) =>
        readOrWarn(`app client ${created.id}`, () => definitions.appClient(created, pool).client),
      ),
    ],
  })

  function merge(ofTemplate: readonly UserPoolConfig[]): readonly UserPoolConfig[] {
    const ofStore = [...pools.entries()].flatMap(([id, created]) =>
      readOrWarn(`user pool ${id}`, () => ({ ...definitions.userPool(created).pool, clients: [] })),
    )
    return [...ofTemplate, ...ofStore].map(withClients)
  }

  function mention(notEmulated: readonly string[]): void {
    for (const sentence of notEmulated) log.info(`Not emulated: ${sentence}`)
  }

  return {
    all() {
      const ofTemplate = template()
      const revision = revisions.get('revision')
      if (revision === undefined) return ofTemplate
      if (merged?.ofTemplate !== ofTemplate || merged.revision !== revision) {
        merged = { ofTemplate, revision, pools: merge(ofTemplate) }
      }
      return merged.pools
    },
    findPool: (poolId) => pools.get(poolId),
    findClient: (poolId, clientId) => clients.get(`${poolId}/${clientId}`),
    savePool(created) {
      const { pool, notEmulated } = checked(() => definitions.userPool(created))
      const ofPool = checked(() =>
        clientsOf(created.id).map((client) => definitions.appClient(client, pool).client),
      )
      change(() => pools.set(created.id, created))
      mention(notEmulated)
      return { ...pool, clients: ofPool }
    },
    saveClient(created, pool) {
      const { client, notEmulated } = checked(() => definitions.appClient(created, pool))
      change(() => clients.set(`${pool.id}/${created.id}`, created))
      mention(notEmulated)
      return client
    },
    removePool(poolId) {
      change(() => {
        for (const { id } of clientsOf(poolId)) clients.delete(`${poolId}/${id}`)
        pools.delete(poolId)
        forgetPool(store, poolId)
      })
    },
    removeClient(poolId, clientId) {
      change(() => clients.delete(`${poolId}/${clientId}`))
    },
  }
}

function checked<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof DefinitionError ? invalidParameter(error.message) : error
  }
}
