import { checksOf } from '../core/ports/checks.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { Service } from '../core/ports/service.ts'
import { createAwsJsonService } from '../http/aws-json.ts'
import type { Role, SessionCredentials } from '../iam/policy/policy.ts'
import { createAdmission } from '../signature-v4/admission.ts'
import type { ResolveCredentials } from '../signature-v4/verify-signature.ts'
import type { IdentityPoolConfig } from './config.ts'
import type { OperationContext } from './context.ts'
import { createCredentials } from './credentials.ts'
import { IdentityPoolError } from './errors.ts'
import { createIdentities, type Identity } from './identities.ts'
import type { VerifyLogin } from './login.ts'
import { answerOpenIdDocument } from './open-id-documents.ts'
import { createOpenIdTokens, type OpenIdTokenProof } from './open-id-tokens.ts'
import { findPrincipal, type FoundPrincipal } from './session.ts'
import { identityPoolOperations, unsupportedOperations } from './operation-table.ts'
import { identityPoolRequests } from './shapes.ts'

export interface IdentityPoolsOptions {
  /** Read anew for each request: the template may be edited while the local AWS runs. */
  pools: () => readonly IdentityPoolConfig[]
  /** Roles that mappings and tokens may name; those of the pools are known anyway. */
  roles?: () => readonly Role[]
  runtime: Runtime
  verifyLogin: VerifyLogin
  /** For operations that have to be signed; without it only its own credentials count. */
  resolveCredentials?: ResolveCredentials
}

export interface IdentityPools {
  /** Answers the API, and the discovery and key documents of its own tokens. */
  fetch: Service
  /**
   * Whose credentials these are, expired ones included: compare `sessionToken` and `expiresAtMs`.
   */
  resolveCredentials: (accessKeyId: string) => SessionCredentials | undefined
  /** In the order of their ids. */
  identities: (afterId?: string) => Iterable<Identity>
  /**
   * Who an identity is to policies: by its newest credentials; where none are alive, in the role that its
   * pool gives those who have, or have not, logged in, without tags.
   */
  findPrincipal: (identityId: string) => FoundPrincipal | undefined
  /** A token of GetOpenIdToken, for STS. */
  verifyOpenIdToken: (token: string) => Promise<OpenIdTokenProof>
  /** Their names, those that are not here among them. */
  operations: readonly string[]
}

/** Cognito identity pools: identities, and temporary credentials in the enhanced flow. */
export function createIdentityPools(options: IdentityPoolsOptions): IdentityPools {
  const { pools, roles = () => [], runtime, verifyLogin } = options
  const findRole = (arn: string): Role | undefined => {
    const ofPools = pools().flatMap((pool) => [pool.authenticatedRole, pool.unauthenticatedRole])
    return [...roles(), ...ofPools].find((role) => role?.arn === arn)
  }
  const credentials = createCredentials(runtime, findRole)
  const { resolveCredentials = (accessKeyId) => credentials.resolve(accessKeyId) } = options
  const context: OperationContext = {
    clock: runtime.clock,
    pools,
    findRole,
    verifyLogin,
    identities: createIdentities(runtime),
    admit: createAdmission({
      service: 'cognito-identity',
      runtime,
      region: () => pools()[0]?.region,
      resolveCredentials,
    }),
    credentials,
    openIdTokens: createOpenIdTokens(runtime),
  }
  const api = createAwsJsonService({
    targetPrefix: 'AWSCognitoIdentityService',
    operations: identityPoolOperations,
    unsupported: unsupportedOperations,
    requestShapes: identityPoolRequests,
    constraintError: (message) => new IdentityPoolError('ValidationException', message),
    context,
    contextOf: (request, shared) => ({ ...shared, checks: checksOf(request) }),
    log: runtime.log,
    random: runtime.random,
    // Ten logins of 50,000 characters each are within the constraints.
    maxBodyBytes: 640 * 1024,
  })
  return {
    async fetch(request) {
      try {
        return (await answerOpenIdDocument(request, context.openIdTokens)) ?? (await api(request))
      } catch (error) {
        runtime.log.error('An identity pool document failed', error)
        return Response.json({ message: 'Internal error' }, { status: 500 })
      }
    },
    resolveCredentials: (accessKeyId) => credentials.resolve(accessKeyId),
    identities: (afterId) => context.identities.list(afterId),
    findPrincipal: (identityId) =>
      findPrincipal(identityId, { ...context, findNewestOf: credentials.findNewestOf }),
    verifyOpenIdToken: (token) => context.openIdTokens.verify(token),
    operations: [...Object.keys(identityPoolOperations), ...unsupportedOperations],
  }
}
