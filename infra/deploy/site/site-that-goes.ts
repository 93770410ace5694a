import type { ResourceChange } from '@aws-sdk/client-cloudformation'
import type { Site } from './site-of.ts'

/**
 * The site whose bucket a change takes away. CloudFormation deletes no bucket with something in it: it
 * would leave it behind, outside the stack.
 */
export function siteThatGoes(
  changes: readonly ResourceChange[],
  site: Site | undefined,
): Site | undefined {
  const goes = changes.some(
    ({ PhysicalResourceId, Action, Replacement, PolicyAction }) =>
      PhysicalResourceId === site?.bucket &&
      (Action === 'Remove' || Replacement === 'True') &&
      !PolicyAction?.includes('Retain'),
  )
  return goes ? site : undefined
}
