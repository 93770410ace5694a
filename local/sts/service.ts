import { toHex } from '../core/encoding/hex.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { Service } from '../core/ports/service.ts'
import { createAwsQueryService, type QueryCall } from '../http/aws-query/aws-query.ts'
import type { Caller, Role, SessionCredentials } from '../iam/policy/policy.ts'
import { frontDoorRefusals } from '../signature-v4/front-door.ts'
import { createVerifier, type ResolveCredentials } from '../signature-v4/verify-signature.ts'
import { StsError, stsErrorOf } from './errors.ts'
import { stsOperations, unsupportedStsOperations } from './operation-table.ts'
import { createSessions } from './sessions.ts'
import { stsRequests } from './shapes.ts'
import type { VerifyWebIdentity } from './web-identity.ts'

export interface StsOptions {
  /** Read anew for each request: the template may be edited while the local AWS runs. */
  roles: () => readonly Role[]
  runtime: Runtime
  region: string
  verifyWebIdentity: VerifyWebIdentity
  /** Who may sign. */
  resolveCredentials: ResolveCredentials
}

export interface Sts {
  fetch: Service
  /** Whose credentials these are, expired ones included: compare `expiresAtMs`. */
  resolveCredentials: (accessKeyId: string) => SessionCredentials | undefined
}

const version = '2011-06-15'
const iamVersion = '2010-05-08'

/** The Security Token Service, and by its version the name of IAM, of which nothing is here. */
export function createSts(options: StsOptions): Sts {
  const { roles, runtime, verifyWebIdentity } = options
  const sessions = createSessions(runtime, roles)
  return {
    fetch: createAwsQueryService({
      version,
      xmlns: `https://sts.amazonaws.com/doc/${version}/`,
      operations: stsOperations,
      requestShapes: stsRequests,
      refuseAction,
      errorOf: stsErrorOf,
      context: {
        roles,
        verifyWebIdentity,
        sessions,
        authenticate: createAuthentication(options),
        now: () => runtime.clock.now(),
      },
      log: runtime.log,
      random: runtime.random,
    }),
    resolveCredentials: (accessKeyId) => sessions.resolve(accessKeyId),
  }
}

function refuseAction(action: string, given: string): StsError {
  if (given === iamVersion) {
    const words = `The local AWS has no API of IAM, so no ${action}: roles and policies are the template’s.`
    return new StsError('NotImplemented', words)
  }
  if (given === version && unsupportedStsOperations.includes(action)) {
    const words = `${action} exists in AWS STS but not in the local AWS; docs/parity.md lists what does.`
    return new StsError('NotImplemented', words)
  }
  return new StsError('InvalidAction', `Could not find operation ${action} for version ${given}`)
}

/** By a header, or by a query: what some clients hand to others as proof of who they are. */
function createAuthentication(
  options: Pick<StsOptions, 'runtime' | 'region' | 'resolveCredentials'>,
): (call: QueryCall) => Promise<Caller> {
  const { crypto, clock } = options.runtime
  const verify = createVerifier({
    crypto,
    rules: {
      service: 'sts',
      scopeOrder: ['terminator', 'service', 'region', 'date'],
      isPresignable: true,
      ignoresUnknownParts: true,
      refuse: frontDoorRefusals(crypto),
    },
    maxSkewMs: 5 * 60_000,
    resolveCredentials: options.resolveCredentials,
  })
  return async ({ request: { method, headers, url }, body }) => {
    const { pathname, searchParams, host } = new URL(url)
    const { credentials } = await verify(
      {
        method,
        path: pathname,
        query: [...searchParams],
        headers,
        host: headers.get('host') ?? host,
      },
      {
        region: options.region,
        payloadHash: async () => toHex(await crypto.sha256(body)),
        nowMs: clock.now(),
        clientNowMs: clock.wallNow?.() ?? clock.now(),
      },
    )
    return credentials.principal
  }
}
