import { evaluate, type AccessRequest } from '../../../local/iam/evaluate.ts'
import { parsePolicyDocument } from '../../../local/iam/policy/parse-policy.ts'
import type { PolicyDocument, Principal } from '../../../local/iam/policy/policy.ts'

/** A document of these statements, read as the template's are. */
export function policyOf(...statements: object[]): PolicyDocument {
  return parsePolicyDocument({ Version: '2012-10-17', Statement: statements }, 'a test')
}

/** A session of the role that the template calls authenticated. */
export function sessionOf(
  policies: readonly PolicyDocument[],
  context: Principal['context'] = {},
): Principal {
  const arn = 'arn:aws:iam::123456789012:role/authenticated'
  return {
    role: {
      id: 'AROAEXAMPLEEXAMPLE234',
      name: 'authenticated',
      arn,
      maxSessionSeconds: 3600,
      trustPolicy: { statements: [] },
      policies,
    },
    assumedRoleArn:
      'arn:aws:sts::123456789012:assumed-role/authenticated/CognitoIdentityCredentials',
    context,
  }
}

/** The reason why one allowing statement, changed by `statement`, decides as it does. */
export function decide(statement: object, request: Partial<AccessRequest> = {}): string {
  const base = { Effect: 'Allow', Action: '*' }
  const anywhere = 'Resource' in statement || 'NotResource' in statement ? {} : { Resource: '*' }
  const decision = evaluate(
    { action: 's3:GetObject', resource: 'arn:aws:s3:::bucket/key', context: {}, ...request },
    [policyOf({ ...base, ...anywhere, ...statement })],
  )
  return decision.reason
}
