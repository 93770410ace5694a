import type { PolicyDocument, Statement } from '../../../iam/policy/policy.ts'
import type { PropertyReader } from '../../property-reader.ts'

const switches = [
  'BlockPublicAcls',
  'BlockPublicPolicy',
  'IgnorePublicAcls',
  'RestrictPublicBuckets',
] as const

/**
 * @returns whether a public policy is refused. ACLs grant nothing here, whatever the other switches
 *   say. A new bucket has all four on; a block that is written turns off what it leaves out.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function readPublicAccessBlock(reader: PropertyReader): boolean {
  const block = reader.map('PublicAccessBlockConfiguration')
  if (!block) return true
  const on = switches.filter((name) => block.boolean(name) === true)
  return on.includes('BlockPublicPolicy') || on.includes('RestrictPublicBuckets')
}

/** Conditions on these, with fixed values, are what makes a policy for everyone not public. */
const limitingKeys = new Set([
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
])

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status */
export function isPublic(policy: PolicyDocument): boolean {
  return policy.statements.some((statement) => statement.effect === 'Allow' && isOpen(statement))
}

function isOpen({ principals, conditions }: Statement): boolean {
  const forEveryone = principals === '*' || (principals?.AWS?.includes('*') ?? false)
  const limited = conditions.some(
    ({ key, values }) =>
      limitingKeys.has(key.toLowerCase()) && values.every((value) => !/[*?]/.test(value)),
  )
  return forEveryone && !limited
}
