import type { DeviceTracking } from '../../../user-pools/config.ts'
import type { PropertyReader } from '../../property-reader.ts'

/**
 * Any member of it turns tracking on.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
 */
export function readDeviceTracking(pool: PropertyReader): DeviceTracking | undefined {
  const devices = pool.map('DeviceConfiguration')
  const standInForMfa = devices?.boolean('ChallengeRequiredOnNewDevice')
  const rememberOnPrompt = devices?.boolean('DeviceOnlyRememberedOnUserPrompt')
  if (standInForMfa === undefined && rememberOnPrompt === undefined) return undefined
  return { standInForMfa: standInForMfa ?? false, rememberOnPrompt: rememberOnPrompt ?? false }
}
