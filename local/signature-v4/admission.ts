import { checksOf } from '../core/ports/checks.ts'
import { toHex } from '../core/encoding/hex.ts'
import type { Clock } from '../core/ports/clock.ts'
import type { Crypto } from '../core/ports/crypto.ts'
import type { AwsJsonOperation } from '../http/aws-json.ts'
import { conditionsOf } from '../http/request-conditions.ts'
import { describeDecision } from '../iam/describe-decision.ts'
import { evaluate, type AccessRequest, type Decision } from '../iam/evaluate.ts'
import { callerArn, identityPolicies, partitionAndAccount } from '../iam/caller.ts'
import type { Caller } from '../iam/policy/policy.ts'
import { frontDoorRefusals } from './front-door.ts'
import { SignatureError } from './signature-error.ts'
import { createVerifier, type ResolveCredentials } from './verify-signature.ts'

type ConditionKeys = Readonly<Record<string, string | readonly string[]>>

/**
 * @returns what checks the resource once the input is known, with the condition keys that it gives; it
 *   throws AccessDeniedException.
 */
export type Admit = (
  request: Request,
  body: Uint8Array,
) => Promise<(resource: string, ofInput?: ConditionKeys) => void>

type Decide = (request: AccessRequest & { principal: Caller }) => Decision

export interface AdmissionOptions {
  /** As in scopes, actions and ARNs, e.g. `cognito-idp`. */
  service: string
  runtime: { crypto: Crypto; clock: Clock }
  /** Of the service; undefined where it has nothing that is in one. */
  region: () => string | undefined
  resolveCredentials: ResolveCredentials
  /** What a request asks for, where `X-Amz-Target` does not say it. */
  operationOf?: (request: Request) => string
  /** Where resources have policies of their own; without it those of the caller decide. */
  decide?: Decide
}

/**
 * Admits to the signed operations of a service that speaks AWS JSON: whoever signs with credentials
 * whose policies allow the action on the resource.
 *
 * @returns a function that throws MissingAuthenticationTokenException, IncompleteSignatureException,
 *   InvalidSignatureException, UnrecognizedClientException, ExpiredTokenException
 */
export function createAdmission(options: AdmissionOptions): Admit {
  const { service, runtime, region, resolveCredentials, decide = byCaller } = options
  const { operationOf = targetOf } = options
  const { crypto, clock } = runtime
  const verify = createVerifier({
    crypto,
    rules: {
      service,
      scopeOrder: ['terminator', 'service', 'region', 'date'],
      isPresignable: false,
      ignoresUnknownParts: true,
      refuse: frontDoorRefusals(crypto),
    },
    maxSkewMs: 5 * 60_000,
    resolveCredentials,
  })

  return async (request, body) => {
    const { method, headers } = request
    const { pathname, searchParams, host } = new URL(request.url)
    const { credentials, claims } = await verify(
      {
        method,
        path: pathname,
        query: [...searchParams],
        headers,
        host: headers.get('host') ?? host,
      },
      {
        region: region(),
        payloadHash: async () => toHex(await crypto.sha256(body)),
        nowMs: clock.now(),
        clientNowMs: clock.wallNow?.() ?? clock.now(),
      },
    )
    const action = `${service}:${operationOf(request)}`
    const context = conditionsOf(request, clock.now())
    return (resource, ofInput) => {
      const { principal } = credentials
      const arn = arnOf(principal, service, claims.scope.region, resource)
      const asked = { principal, action, resource: arn, context: { ...context, ...ofInput } }
      const decision = decide(asked)
      checksOf(request)?.note({
        name: action,
        isPassed: decision.allowed,
        decision: describeDecision(asked, decision),
      })
      checkAccess(asked, decision)
    }
  }
}

/**
 * A line of a service table, for an operation that has to be signed by whom a policy allows it.
 *
 * @param resourceOf what it touches, as its ARN ends (`userpool/<id>`), or `*` for nothing in
 *   particular.
 * @param keysOf the condition keys that its input gives.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
 */
export function signedOperation<Input, Context extends { admit: Admit }>(
  handle: (input: Input, context: Context) => Promise<object | undefined>,
  resourceOf: (input: Input) => string,
  keysOf?: (input: Input) => ConditionKeys,
): AwsJsonOperation<Context> {
  return {
    // The edge has read the input by AWS's model of it, and has proved the required members.
    handle: (input, context) => handle(input as Input, context),
    async admit(request, body, context) {
      const checkAccess = await context.admit(request, body)
      return (input) => checkAccess(resourceOf(input as Input), keysOf?.(input as Input))
    },
  }
}

function targetOf({ headers }: Request): string {
  const [, operation = ''] = (headers.get('x-amz-target') ?? '').split('.')
  return operation
}

function byCaller(request: AccessRequest & { principal: Caller }): Decision {
  return evaluate(request, identityPolicies(request.principal))
}

function checkAccess(
  { principal, action, resource }: AccessRequest & { principal: Caller },
  decision: Decision,
): void {
  if (decision.allowed) return
  const why =
    decision.reason === 'explicit-deny'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`
  throw new SignatureError(
    'AccessDeniedException',
    `User: ${callerArn(principal)} is not authorized to perform: ${action} on resource: ${resource} ${why}`,
  )
}

/** Of a pool that is not there, too: whoever may do nothing with it learns nothing of it. */
function arnOf(principal: Caller, service: string, region: string, resource: string): string {
  if (resource === '*') return '*'
  const { partition, account } = partitionAndAccount(principal)
  return `arn:${partition}:${service}:${region}:${account}:${resource}`
}
