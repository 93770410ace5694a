import type { UserPoolConfig } from '../../config.ts'
import { requireClientOfPool, requirePool, type OperationContext } from '../../context.ts'
import { requireAddOn } from './require-add-on.ts'
import { allClients, riskSettingsAt } from './risk-settings.ts'

/** Whose settings an operation is about. */
interface RiskLevel {
  pool: UserPoolConfig
  /** An app client's id, or `ALL`. */
  level: string
}

/** @throws ResourceNotFoundException, UserPoolAddOnNotEnabledException */
export function requireRiskLevel(
  ctx: OperationContext,
  { UserPoolId, ClientId }: { UserPoolId: string; ClientId?: string | undefined },
): RiskLevel {
  const pool =
    ClientId === undefined
      ? requirePool(ctx, UserPoolId)
      : requireClientOfPool(ctx, UserPoolId, ClientId).pool
  requireAddOn(pool)
  return { pool, level: ClientId ?? allClients }
}

/** `LastModifiedDate` is epoch seconds; the template's settings have none, since it does not say. */
export function describeRiskSettings(
  { store }: OperationContext,
  { pool, level }: RiskLevel,
): { RiskConfiguration: object } {
  const { settings, updatedAtMs } = riskSettingsAt(store, pool, level) ?? {}
  return {
    RiskConfiguration: {
      UserPoolId: pool.id,
      ...(level !== allClients && { ClientId: level }),
      ...settings,
      ...(updatedAtMs !== undefined && { LastModifiedDate: updatedAtMs / 1000 }),
    },
  }
}
