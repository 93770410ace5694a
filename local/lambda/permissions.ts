import type { FunctionCaller } from '../core/ports/invoke-function.ts'
import { matchArn, prepareArnPattern } from '../iam/match/match-arn.ts'
import { parsePattern } from '../iam/match/pattern.ts'
import type { FunctionConfig } from './config.ts'

/**
 * Whether the function's policy lets a service invoke it for one of its resources.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
 */
export function mayInvoke({ permissions }: FunctionConfig, caller: FunctionCaller): boolean {
  return permissions.some(
    ({ principal, sourceArn }) =>
      principal === caller.principal &&
      (sourceArn === undefined || isLike(sourceArn, caller.sourceArn)),
  )
}

/** Lambda makes an `ArnLike` of it: wildcards count. */
function isLike(pattern: string, arn: string): boolean {
  return matchArn(prepareArnPattern(parsePattern(pattern)), arn, new Map()) === true
}
