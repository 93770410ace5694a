import type { AssumeRoleWithWebIdentityRequest } from '@aws-sdk/client-sts'
import { conditionsOf } from '../../http/request-conditions.ts'
import type { XmlContent } from '../../http/rest-xml.ts'
import { canAssume } from '../../iam/can-assume.ts'
import type { Role } from '../../iam/policy/policy.ts'
import { assumeActions, requestTagKeys } from '../../iam/session-tags.ts'
import type { StsContext } from '../context.ts'
import { StsError } from '../errors.ts'
import { parseSessionPolicy } from '../session-policy.ts'
import { assumedRoleArn } from '../sessions.ts'
import type { WebIdentity, WebIdentityProof } from '../web-identity.ts'

type Input = AssumeRoleWithWebIdentityRequest & {
  RoleArn: string
  RoleSessionName: string
  WebIdentityToken: string
}

const action = 'sts:AssumeRoleWithWebIdentity'
const defaultSeconds = 3600
/** Of a session's token. */
const maxTokenLength = 4096

/**
 * AssumeRoleWithWebIdentity: temporary credentials of a role for whoever brings a token that the
 * role's trust policy accepts, for a session tagged as the token asks. Nobody signs it. With an
 * identity pool's token it is the classic flow.
 *
 * @param input `WebIdentityToken` is clear text; nothing keeps or logs it.
 * @throws ValidationError, InvalidIdentityToken, ExpiredTokenException, AccessDenied,
 *   MalformedPolicyDocument, NotImplemented
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export async function assumeRoleWithWebIdentity(
  input: Input,
  ctx: StsContext,
  request: Request,
): Promise<XmlContent> {
  checkIsHere(input)
  const identity = identityOf(await ctx.verifyWebIdentity(input.WebIdentityToken))
  const { RoleSessionName: sessionName, DurationSeconds, Policy: policy } = input
  const role = findAssumableRole(ctx, request, input.RoleArn, sessionName, identity)
  const seconds = DurationSeconds ?? defaultSeconds
  if (seconds > role.maxSessionSeconds) {
    throw new StsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    )
  }
  if (policy !== undefined) parseSessionPolicy(policy)
  const { MinimumSessionTokenSize: minTokenLength = 0 } = input
  if (minTokenLength > maxTokenLength) {
    throw new StsError(
      'ValidationError',
      `MinimumSessionTokenSize must not exceed ${maxTokenLength} bytes.`,
    )
  }

  const session = { roleArn: role.arn, sessionName, identity, ...(policy && { policy }) }
  const issued = ctx.sessions.issue(session, seconds, minTokenLength)
  // The older name of the two is deprecated, and answered with the same.
  const utilization = Math.ceil((issued.sessionToken.length / maxTokenLength) * 100)
  return [
    ['SubjectFromWebIdentityToken', identity.subject],
    ['Audience', identity.audience],
    [
      'AssumedRoleUser',
      [
        ['Arn', assumedRoleArn(role, sessionName)],
        ['AssumedRoleId', `${role.id}:${sessionName}`],
      ],
    ],
    [
      'Credentials',
      [
        ['AccessKeyId', issued.accessKeyId],
        ['SecretAccessKey', issued.secretAccessKey],
        ['SessionToken', issued.sessionToken],
        ['Expiration', new Date(issued.expiresAtMs).toISOString().replace('.000Z', 'Z')],
      ],
    ],
    ['Provider', identity.provider],
    ['PackedPolicySize', utilization],
    ['SessionTokenUtilization', utilization],
  ]
}

/** What is asked for and not kept here would allow more than AWS does. */
function checkIsHere({ ProviderId, PolicyArns }: Input): void {
  if (ProviderId !== undefined) {
    throw notHere('ProviderId', 'takes no access tokens of providers, which it is for')
  }
  if (PolicyArns !== undefined) {
    throw notHere('PolicyArns', 'has no managed policies; give the policy itself, as Policy')
  }
}

function notHere(name: string, why: string): StsError {
  return new StsError('NotImplemented', `${name}: the local AWS ${why}.`)
}

function identityOf(proof: WebIdentityProof): WebIdentity {
  switch (proof.kind) {
    case 'verified':
      return proof.identity
    case 'malformed':
      throw new StsError(
        'InvalidIdentityToken',
        'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
      )
    case 'unknown-issuer':
      throw new StsError(
        'InvalidIdentityToken',
        `No OpenIDConnect provider found in your account for ${proof.issuer}`,
      )
    case 'bad-signature':
      throw new StsError('InvalidIdentityToken', 'The signature of the token is not valid.')
    case 'expired':
      throw new StsError(
        'ExpiredTokenException',
        `Token expired: current date/time ${proof.nowSeconds} must be before the expiration date/time ${proof.expiresAtSeconds}`,
      )
  }
}

/** A role that is not there is denied in the same words: nobody learns which there are. */
function findAssumableRole(
  ctx: StsContext,
  request: Request,
  roleArn: string,
  sessionName: string,
  { provider, context, tags = {} }: WebIdentity,
): Role {
  if (!/^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(roleArn)) {
    throw new StsError('ValidationError', 'Request ARN is invalid')
  }
  const role = ctx.roles().find(({ arn }) => arn === roleArn)
  const asked = {
    federated: provider,
    context: {
      ...context,
      ...requestTagKeys(tags),
      ...conditionsOf(request, ctx.now()),
      'sts:RoleSessionName': sessionName,
    },
  }
  const actions = assumeActions(action, tags)
  if (role && actions.every((one) => canAssume(role, { ...asked, action: one }))) return role
  throw new StsError('AccessDenied', `Not authorized to perform ${action}`)
}
