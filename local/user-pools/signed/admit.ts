import { evaluate } from '../../iam/evaluate.ts'
import type { Principal } from '../../iam/policy/policy.ts'
import type { OperationContext } from '../context.ts'
import { readSignature } from './read-signature.ts'
import { SignatureError } from './signature-error.ts'
import { checkScope, requireCredentials, verifySignature } from './verify-signature.ts'

/**
 * Admits to an operation for administrators: whoever signs with the credentials of a role whose
 * policies allow the action on the user pool.
 *
 * @returns what checks the resource once the input is known. @throws AccessDeniedException
 * @throws MissingAuthenticationTokenException, IncompleteSignatureException,
 *   InvalidSignatureException, UnrecognizedClientException, ExpiredTokenException
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
 */
export async function admit(
  request: Request,
  body: Uint8Array,
  ctx: OperationContext,
): Promise<(resource: string) => void> {
  const { crypto, clock } = ctx
  const signature = await readSignature(crypto, request)
  checkScope(signature, ctx.pools()[0]?.region ?? signature.scope.region)
  const found = ctx.resolveCredentials(signature.accessKeyId)
  const credentials = requireCredentials(crypto, signature, found, clock.now())
  const wallNowMs = clock.wallNow?.() ?? clock.now()
  await verifySignature(crypto, request, body, signature, credentials, wallNowMs)

  const [, operation = ''] = (request.headers.get('x-amz-target') ?? '').split('.')
  const action = `cognito-idp:${operation}`
  const context = contextOf(request, clock.now())
  return (resource) => {
    const { principal } = credentials
    const arn = arnOf(principal, signature.scope.region, resource)
    checkAccess(principal, action, arn, context)
  }
}

function checkAccess(
  principal: Principal,
  action: string,
  resource: string,
  context: Record<string, string>,
): void {
  const decision = evaluate({ principal, action, resource, context }, principal.role.policies)
  if (decision.allowed) return
  const why =
    decision.reason === 'explicit-deny'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`
  throw new SignatureError(
    'AccessDeniedException',
    `User: ${principal.assumedRoleArn} is not authorized to perform: ${action} on resource: ${resource} ${why}`,
  )
}

/** Of a pool that is not there, too: whoever may do nothing with it learns nothing of it. */
function arnOf({ role }: Principal, region: string, resource: string): string {
  if (resource === '*') return '*'
  const [, partition = '', , , account = ''] = role.arn.split(':')
  return `arn:${partition}:cognito-idp:${region}:${account}:${resource}`
}

/** Loopback stands in for TLS, as everywhere here. */
function contextOf({ headers }: Request, nowMs: number): Record<string, string> {
  return {
    'aws:SecureTransport': 'true',
    'aws:CurrentTime': new Date(nowMs).toISOString(),
    'aws:EpochTime': String(Math.floor(nowMs / 1000)),
    'aws:SourceIp': '127.0.0.1',
    'aws:UserAgent': headers.get('user-agent') ?? '',
  }
}
