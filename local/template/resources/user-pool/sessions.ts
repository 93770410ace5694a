import type { SessionTracking } from '../../../user-pools/config.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { checkTier, type Pool, poolOf } from './pool-of.ts'

/**
 * Whether a pool keeps who is signed in where. All three are required; what AWS says of the type is newer
 * than its own specification of resource types.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolsessionconfigurationattachment.html
 */
export function readSessionTracking(
  reader: PropertyReader,
  pools: readonly Pool[],
): { userPoolId: string; sessionTracking: SessionTracking } {
  const pool = poolOf(reader, pools)
  const tracking = reader.requiredOneOf('UserSessionTracking', ['ENABLED', 'DISABLED'])
  if (tracking === 'ENABLED') checkTier(reader, 'UserSessionTracking', pool.tier)
  const tokens = reader.map('TokenSession')
  const maxTokenSessions = tokens?.integer('MaxPerUser', { min: 1, max: 100 })
  if (maxTokenSessions === undefined) reader.problem('TokenSession', 'needs MaxPerUser.')
  return {
    userPoolId: pool.id,
    sessionTracking: { isOn: tracking === 'ENABLED', maxTokenSessions: maxTokenSessions ?? 20 },
  }
}
