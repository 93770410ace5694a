import type { Caller, PolicyDocument } from './policy/policy.ts'

/** Who it is in the words of a denial: a session by its session, a user by itself. */
export function callerArn(caller: Caller): string {
  return 'role' in caller ? caller.assumedRoleArn : caller.user.arn
}

/** `aws:userid`: who it is by the ids of IAM, for a session with its name. */
export function callerUserId(caller: Caller): string {
  if (!('role' in caller)) return caller.user.id
  return `${caller.role.id}:${caller.assumedRoleArn.split('/').at(-1) ?? ''}`
}

/** Whose policies decide: `aws:PrincipalArn`. */
export function principalArn(caller: Caller): string {
  return 'role' in caller ? caller.role.arn : caller.user.arn
}

export function identityPolicies(caller: Caller): readonly PolicyDocument[] {
  return 'role' in caller ? caller.role.policies : caller.user.policies
}

export function partitionAndAccount(caller: Caller): { partition: string; account: string } {
  const [, partition = '', , , account = ''] = principalArn(caller).split(':')
  return { partition, account }
}
