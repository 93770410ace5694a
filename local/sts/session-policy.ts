import { parsePolicyDocument } from '../iam/policy/parse-policy.ts'
import type { PolicyDocument } from '../iam/policy/policy.ts'
import { PolicyError } from '../iam/policy/policy-error.ts'
import { StsError } from './errors.ts'

/**
 * What a session is limited to, on top of its role's policies.
 *
 * @throws MalformedPolicyDocument
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
 */
export function parseSessionPolicy(text: string): PolicyDocument {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new StsError('MalformedPolicyDocument', 'The policy is not in the valid JSON format.')
  }
  try {
    return parsePolicyDocument(json, 'Policy', 'identity')
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    throw new StsError('MalformedPolicyDocument', `Syntax errors in policy. ${error.message}`)
  }
}
