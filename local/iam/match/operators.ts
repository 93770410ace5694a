type OperatorFamily =
  | 'String'
  | 'Numeric'
  | 'Date'
  | 'Bool'
  | 'Binary'
  | 'IpAddress'
  | 'Arn'
  | 'Null'

export interface Operator {
  family: OperatorFamily
  /** A negated operator is true when its positive twin is false, and when the key is missing. */
  negated: boolean
  comparison: 'equals' | 'equalsIgnoreCase' | 'like' | Ordering
}

type Ordering = 'lessThan' | 'lessThanEquals' | 'greaterThan' | 'greaterThanEquals'

/**
 * Every condition operator there is.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['StringEquals', { family: 'String', negated: false, comparison: 'equals' }],
  ['StringNotEquals', { family: 'String', negated: true, comparison: 'equals' }],
  ['StringEqualsIgnoreCase', { family: 'String', negated: false, comparison: 'equalsIgnoreCase' }],
  [
    'StringNotEqualsIgnoreCase',
    { family: 'String', negated: true, comparison: 'equalsIgnoreCase' },
  ],
  ['StringLike', { family: 'String', negated: false, comparison: 'like' }],
  ['StringNotLike', { family: 'String', negated: true, comparison: 'like' }],
  ...ordered('Numeric'),
  ...ordered('Date'),
  ['Bool', { family: 'Bool', negated: false, comparison: 'equals' }],
  ['BinaryEquals', { family: 'Binary', negated: false, comparison: 'equals' }],
  ['IpAddress', { family: 'IpAddress', negated: false, comparison: 'like' }],
  ['NotIpAddress', { family: 'IpAddress', negated: true, comparison: 'like' }],
  // "ArnEquals and ArnLike behave identically", and so do their negations (same page).
  ['ArnEquals', { family: 'Arn', negated: false, comparison: 'like' }],
  ['ArnLike', { family: 'Arn', negated: false, comparison: 'like' }],
  ['ArnNotEquals', { family: 'Arn', negated: true, comparison: 'like' }],
  ['ArnNotLike', { family: 'Arn', negated: true, comparison: 'like' }],
  ['Null', { family: 'Null', negated: false, comparison: 'equals' }],
])

function ordered(family: 'Numeric' | 'Date'): [string, Operator][] {
  return [
    [`${family}Equals`, { family, negated: false, comparison: 'equals' }],
    [`${family}NotEquals`, { family, negated: true, comparison: 'equals' }],
    [`${family}LessThan`, { family, negated: false, comparison: 'lessThan' }],
    [`${family}LessThanEquals`, { family, negated: false, comparison: 'lessThanEquals' }],
    [`${family}GreaterThan`, { family, negated: false, comparison: 'greaterThan' }],
    [`${family}GreaterThanEquals`, { family, negated: false, comparison: 'greaterThanEquals' }],
  ]
}
