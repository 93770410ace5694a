import { keptTable } from '../../../core/store/kept-tables.ts'
import type { Store } from '../../../core/store/store.ts'
import type { RiskSettings, UserPoolConfig } from '../../config.ts'

/** What the API was told last. */
interface ToldSettings {
  settings: RiskSettings
  updatedAtMs: number
}

/** As templates name it: whatever app client has no settings of its own. */
export const allClients = 'ALL'

// A setting, and so kept by a reset as pools are.
const tableName = keptTable('user-pools/risk-settings')

/** Settings at one level, as the API was told, else as the template says; undefined where nobody did. */
export function riskSettingsAt(
  store: Store,
  pool: UserPoolConfig,
  level: string,
): (Partial<ToldSettings> & Pick<ToldSettings, 'settings'>) | undefined {
  const told = store.table<ToldSettings>(tableName).get(keyOf(pool, level))
  if (told) return told
  const settings = pool.riskSettings?.[level]
  return settings && { settings }
}

/**
 * What counts at an app client: settings of its own, whole, else those of the pool. Empty ones of a
 * client give way, too: so AWS resets them.
 */
export function riskSettingsFor(
  store: Store,
  pool: UserPoolConfig,
  clientId: string,
): RiskSettings {
  const own = riskSettingsAt(store, pool, clientId)?.settings ?? {}
  if (Object.keys(own).length > 0) return own
  return riskSettingsAt(store, pool, allClients)?.settings ?? {}
}

export function keepRiskSettings(
  store: Store,
  pool: UserPoolConfig,
  level: string,
  told: ToldSettings,
): void {
  store.table<ToldSettings>(tableName).set(keyOf(pool, level), told)
}

function keyOf({ id }: UserPoolConfig, level: string): string {
  return `${id}/${level}`
}
