import { prepareComparison, type Comparison } from './compare.ts'
import type { ContextKeys } from '../context.ts'
import { operators, type Operator } from './operators.ts'
import type { Condition } from '../policy/policy.ts'

export interface PreparedCondition {
  condition: Condition
  operator: Operator
  comparisons: readonly Comparison[]
}

/** @throws Error for an operator that is none: such a policy must not decide anything. */
export function prepareCondition(condition: Condition): PreparedCondition {
  const operator = operators.get(condition.operator)
  if (!operator) throw new Error(`unknown condition operator ${condition.operator}`)
  const comparisons = condition.values.map((value) => prepareComparison(operator, value))
  return { condition, operator, comparisons }
}

/**
 * What a missing key means depends on the operator: a positive one is false, a negated one true,
 * `…IfExists` true, `ForAllValues` true, `ForAnyValue` false, and `Null` asks for just that.
 *
 * A key of several values under an operator without a qualifier matches when one of them does;
 * AWS leaves that case open and asks for a qualifier.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function matchesCondition(prepared: PreparedCondition, keys: ContextKeys): boolean {
  const { condition, operator } = prepared
  const found = keys.get(condition.key.toLowerCase())
  const values = found === undefined ? [] : typeof found === 'string' ? [found] : found
  if (operator.family === 'Null') return matchesValue(prepared, String(values.length === 0), keys)

  // "an empty data set (for example, an empty string)" is as good as no key, to qualifiers only.
  const isMissing = condition.qualifier
    ? values.every((value) => value === '')
    : values.length === 0
  if (isMissing) {
    if (condition.ifExists || condition.qualifier === 'ForAllValues') return true
    return condition.qualifier === undefined && operator.negated
  }
  const matches = (value: string) => matchesValue(prepared, value, keys)
  const needsEvery =
    condition.qualifier === 'ForAllValues' || (!condition.qualifier && operator.negated)
  return needsEvery ? values.every(matches) : values.some(matches)
}

/** Values of the policy are alternatives; negated, none may match, and each must be resolvable. */
function matchesValue(
  { operator, comparisons }: PreparedCondition,
  value: string,
  keys: ContextKeys,
): boolean {
  const results = comparisons.map((comparison) => comparison(value, keys))
  return operator.negated
    ? results.every((result) => result === false)
    : results.some((result) => result === true)
}
