import type { StackStatus } from '@aws-sdk/client-cloudformation'

/**
 * What a deployment does first with a stack in this state.
 *
 * - `create`, `update`: make a change set of that kind.
 * - `follow`: an operation is under way, of an earlier run or of somebody else; see it to its end.
 * - `clear`: a creation that failed. AWS only deletes such a stack.
 * - `finish-rollback`: an update could not be rolled back; only that can go on.
 * - `destroy`: a deletion that did not finish, which a deployment does not take up by itself.
 */
export type Plan = 'create' | 'update' | 'follow' | 'clear' | 'finish-rollback' | 'destroy'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
const plans: Readonly<Record<StackStatus, Plan>> = {
  CREATE_COMPLETE: 'update',
  CREATE_FAILED: 'clear',
  CREATE_IN_PROGRESS: 'follow',
  DELETE_COMPLETE: 'create',
  DELETE_FAILED: 'destroy',
  DELETE_IN_PROGRESS: 'follow',
  IMPORT_COMPLETE: 'update',
  IMPORT_IN_PROGRESS: 'follow',
  IMPORT_ROLLBACK_COMPLETE: 'update',
  IMPORT_ROLLBACK_FAILED: 'finish-rollback',
  IMPORT_ROLLBACK_IN_PROGRESS: 'follow',
  // A change set was made for a stack that is not there yet, and was not executed.
  REVIEW_IN_PROGRESS: 'create',
  ROLLBACK_COMPLETE: 'clear',
  ROLLBACK_FAILED: 'clear',
  ROLLBACK_IN_PROGRESS: 'follow',
  UPDATE_COMPLETE: 'update',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'follow',
  UPDATE_FAILED: 'update',
  UPDATE_IN_PROGRESS: 'follow',
  UPDATE_ROLLBACK_COMPLETE: 'update',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'follow',
  UPDATE_ROLLBACK_FAILED: 'finish-rollback',
  UPDATE_ROLLBACK_IN_PROGRESS: 'follow',
}

export function planFor(status: StackStatus | undefined): Plan {
  return status === undefined ? 'create' : plans[status]
}

/** Nothing is under way. */
export function isAtRest(status: StackStatus): boolean {
  return plans[status] !== 'follow'
}

export function isDeployed(status: StackStatus): boolean {
  return status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE'
}
