import { partitionAndAccount } from '../caller.ts'
import type { Caller, Statement } from '../policy/policy.ts'

/** An outside identity that asks to assume a role; a trust policy names its provider. */
interface FederatedPrincipal {
  federated: string
}

export type Requester = Caller | FederatedPrincipal | undefined

/**
 * Whether a statement is about the one who asks. `account` means that it only names the account:
 * an Allow then leaves the decision to the account's own policies, a Deny holds for all in it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function matchPrincipal(
  statement: Statement,
  requester: Requester,
): 'direct' | 'account' | 'none' {
  const { principals, notPrincipals } = statement
  if (principals) return matchNames(principals, requester)
  if (notPrincipals) return isExempt(notPrincipals, requester) ? 'none' : 'direct'
  return 'direct'
}

type Names = NonNullable<Statement['principals']>

function matchNames(names: Names, requester: Requester): 'direct' | 'account' | 'none' {
  if (names === '*') return 'direct'
  const aws = names.AWS ?? []
  if (aws.includes('*')) return 'direct'
  if (!requester) return 'none'
  if ('federated' in requester) {
    return names.Federated?.includes(requester.federated) ? 'direct' : 'none'
  }
  if (arnsOf(requester).some((arn) => aws.includes(arn))) return 'direct'
  return namesAccount(aws, requester) ? 'account' : 'none'
}

/**
 * A Deny with NotPrincipal spares a session only when its account, role and session are all named, and
 * a user only when its account is named too.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function isExempt(names: Names, requester: Requester): boolean {
  if (names === '*' || names.AWS?.includes('*')) return true
  if (!requester) return false
  if ('federated' in requester) return names.Federated?.includes(requester.federated) ?? false
  const aws = names.AWS ?? []
  return arnsOf(requester).every((arn) => aws.includes(arn)) && namesAccount(aws, requester)
}

function arnsOf(caller: Caller): string[] {
  return 'role' in caller ? [caller.role.arn, caller.assumedRoleArn] : [caller.user.arn]
}

function namesAccount(aws: readonly string[], caller: Caller): boolean {
  const { partition, account } = partitionAndAccount(caller)
  return aws.includes(account) || aws.includes(`arn:${partition}:iam::${account}:root`)
}
