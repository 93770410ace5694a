import type { PropertyReader } from '../property-reader.ts'

const flows = [
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
] as const

const graceSeconds = { min: 0, max: 60 }

export function readAuthFlows(client: PropertyReader): {
  explicitAuthFlows: string[]
  rotation?: { retryGraceSeconds: number }
} {
  const explicitAuthFlows = client.listOf('ExplicitAuthFlows', flows) ?? [
    'ALLOW_CUSTOM_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
    'ALLOW_USER_SRP_AUTH',
  ]
  const rotation = client.map('RefreshTokenRotation')
  const isOn = rotation?.requiredOneOf('Feature', ['ENABLED', 'DISABLED']) === 'ENABLED'
  const retryGraceSeconds = rotation?.integer('RetryGracePeriodSeconds', graceSeconds) ?? 0
  if (!isOn) return { explicitAuthFlows }
  if (explicitAuthFlows.includes('ALLOW_REFRESH_TOKEN_AUTH')) {
    client.problem('ExplicitAuthFlows', 'ALLOW_REFRESH_TOKEN_AUTH excludes RefreshTokenRotation.')
  }
  return { explicitAuthFlows, rotation: { retryGraceSeconds } }
}
