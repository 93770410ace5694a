import type { StackStatus } from '@aws-sdk/client-cloudformation'
import { explainFailure } from './failure-causes.ts'
import { findFirstCause, findRollbackCause } from './first-cause.ts'
import type { Outcome } from './follow.ts'
import { DeployProblem } from '../problem.ts'

const whatIsLeft: Partial<Record<StackStatus, string>> = {
  ROLLBACK_COMPLETE:
    'What had been created is deleted again. The next run removes the empty stack and starts afresh.',
  ROLLBACK_FAILED:
    'Not all of what had been created could be deleted again. The next run clears that up and starts afresh.',
  CREATE_FAILED: 'What had been created is still there. The next run clears that up.',
  UPDATE_ROLLBACK_COMPLETE: 'Everything is as it was before.',
  UPDATE_ROLLBACK_FAILED:
    'Not everything could be put back as it was before. The next run goes on with that.',
  DELETE_FAILED: 'The rest is deleted. "npm run deploy -- destroy" goes on where it stopped.',
}

/** How an operation ended that should have ended well: the first cause, the remedy, what is left. */
export function explainOutcome({ status, events }: Outcome): DeployProblem {
  const first = findFirstCause(events)
  const second = findRollbackCause(events)
  const problem = first
    ? explainFailure(first)
    : new DeployProblem(
        `The stack ended in ${status}.`,
        'The AWS console > CloudFormation > the stack > Events says more.',
      )
  const alsoFailed =
    second && second !== first
      ? `\nPutting it back stopped at ${explainFailure(second).message}`
      : ''
  const left = whatIsLeft[status]
  return new DeployProblem(
    `${problem.message}${alsoFailed}${left === undefined ? '' : `\n${left}`}`,
    `${problem.remedy}${eventsLink(events[0]?.StackId)}`,
  )
}

/** Other partitions have consoles at other addresses. */
function eventsLink(stackId = ''): string {
  const [, partition, , region = ''] = stackId.split(':')
  if (partition !== 'aws') return ''
  return `\nAll events: https://${region}.console.aws.amazon.com/cloudformation/home?region=${region}#/stacks/events?stackId=${encodeURIComponent(stackId)}`
}
