import type { Session } from './session.ts'

/** By it the change set of an earlier run is known. */
export const operationPrefix = 'cognito-starter-deploy-'

/**
 * Of a change set, and of any request that must not be carried out twice when its answer is lost and
 * it is sent again. Letters, digits and hyphens.
 */
export function newOperationName({ clock, jitter }: Session): string {
  const random = Math.floor(jitter() * 0x1000000).toString(16)
  return `${operationPrefix}${clock.now().toString(36)}-${random.padStart(6, '0')}`
}
