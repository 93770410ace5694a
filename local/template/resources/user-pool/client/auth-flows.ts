import type { PropertyReader } from '../../../property-reader.ts'
import { checkTier, type Pool } from '../pool-of.ts'

const flows = [
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
] as const

/** What Cognito allows when the property is left out. */
const unlessWritten = ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH']

const graceSeconds = { min: 0, max: 60 }

export function readAuthFlows(
  client: PropertyReader,
  tier: Pool['tier'],
): { explicitAuthFlows: string[]; rotation?: { retryGraceSeconds: number } } {
  const written = client.listOf('ExplicitAuthFlows', flows)
  if (written?.includes('ALLOW_USER_AUTH')) checkTier(client, 'ExplicitAuthFlows', tier)

  const rotation = client.map('RefreshTokenRotation')
  const isOn = rotation?.requiredOneOf('Feature', ['ENABLED', 'DISABLED']) === 'ENABLED'
  const retryGraceSeconds = rotation?.integer('RetryGracePeriodSeconds', graceSeconds) ?? 0
  const explicitAuthFlows = written ?? unlessWritten
  if (!isOn) return { explicitAuthFlows }
  checkTier(client, 'RefreshTokenRotation', tier)
  if (explicitAuthFlows.includes('ALLOW_REFRESH_TOKEN_AUTH')) {
    client.problem('ExplicitAuthFlows', 'ALLOW_REFRESH_TOKEN_AUTH excludes RefreshTokenRotation.')
  }
  return { explicitAuthFlows, rotation: { retryGraceSeconds } }
}
