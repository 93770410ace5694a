import type { PropertyReader } from '../../../property-reader.ts'

const secondsPer = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const
const units = ['seconds', 'minutes', 'hours', 'days'] as const

const tokens = {
  AccessToken: { unit: 'hours', otherwise: 3600, min: 300, max: 86_400 },
  IdToken: { unit: 'hours', otherwise: 3600, min: 300, max: 86_400 },
  RefreshToken: { unit: 'days', otherwise: 30 * 86_400, min: 3600, max: 3650 * 86_400 },
} as const

/**
 * Lifetimes in seconds, in CloudFormation's units and defaults.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
 */
export function readTokenValidity(client: PropertyReader): {
  accessTokenSeconds: number
  idTokenSeconds: number
  refreshTokenSeconds: number
} {
  const chosen = client.map('TokenValidityUnits')
  const secondsOf = (token: keyof typeof tokens): number => {
    const { unit, otherwise, min, max } = tokens[token]
    const name = `${token}Validity`
    const value = client.integer(name, { min: 0 })
    const seconds = (value ?? 0) * secondsPer[chosen?.oneOf(token, units) ?? unit]
    // 0 stands for the default too.
    if (seconds === 0) return otherwise
    if (seconds < min || seconds > max) {
      client.problem(name, `${seconds} seconds is not within ${min} and ${max} seconds.`)
    }
    return seconds
  }
  const seconds = {
    accessTokenSeconds: secondsOf('AccessToken'),
    idTokenSeconds: secondsOf('IdToken'),
    refreshTokenSeconds: secondsOf('RefreshToken'),
  }
  if (Math.max(seconds.accessTokenSeconds, seconds.idTokenSeconds) > seconds.refreshTokenSeconds) {
    client.problem('RefreshTokenValidity', 'may not end before access and ID tokens do.')
  }
  return seconds
}
