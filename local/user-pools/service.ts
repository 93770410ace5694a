import { createAwsJsonService } from '../http/aws-json.ts'
import { senderOf } from '../http/sender.ts'
import { checksOf } from '../core/ports/checks.ts'
import type { GenerateDataKey } from '../core/ports/data-key.ts'
import { FunctionError, type InvokeFunction } from '../core/ports/invoke-function.ts'
import type { DeliverMessage } from '../core/ports/message.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { Service } from '../core/ports/service.ts'
import { createAdmission } from '../signature-v4/admission.ts'
import type { ResolveCredentials } from '../signature-v4/verify-signature.ts'
import { createCodes } from './codes/codes.ts'
import type { UserPoolConfig } from './config.ts'
import type { OperationContext } from './context.ts'
import { UserPoolError } from './errors.ts'
import { createImports, noImportFiles, type ImportFiles } from './import/imports.ts'
import { endImports, resumeImports } from './import/run-import.ts'
import { createLimits } from './limits.ts'
import { userPoolOperations } from './operation-table.ts'
import { createCreatedPools } from './pools/created-pools.ts'
import { DefinitionError, type Definitions } from './pools/definitions.ts'
import { userPoolRequests } from './shapes.ts'
import { leakedPasswords as usualLeakedPasswords } from './threat-protection/assessment/leaked-passwords.ts'
import { answerWellKnown } from './tokens/documents.ts'
import { createSigningKeys } from './tokens/signing-keys.ts'
import { verifyIdToken, type VerifiedIdToken } from './tokens/verify-id-token.ts'
import type { RefusedToken } from './tokens/verify-token.ts'
import { unsupportedUserPoolOperations } from './unsupported.ts'
import { createUsers } from './users/users.ts'

export interface UserPools {
  /** `POST /` of the user-pool API, and the documents below each pool's issuer URL. */
  fetch: Service
  /** Whether an ID token is one of ours, for the identity pools that trust it. */
  verifyIdToken: (token: string) => Promise<VerifiedIdToken | RefusedToken>
  /** What its operations work with, for managed login, whose pages run the same ones. */
  context: OperationContext
  /** Ends what goes on beside requests. */
  close: () => Promise<void>
  /** Their names, those that are not here among them. */
  operations: readonly string[]
}

export interface UserPoolsOptions {
  /** Of the template. Called at each use: it may be edited while the local AWS runs. */
  pools: () => readonly UserPoolConfig[]
  runtime: Runtime
  /** Reads what pools and app clients are created from; without it none can be. */
  definitions?: Definitions
  /** Instead of the list that is here. */
  leakedPasswords?: ReadonlySet<string>
  /** Messages go out here; what it throws becomes CodeDeliveryFailureException. */
  deliver: DeliverMessage
  /** For user imports; without it nobody can begin one. */
  importFiles?: ImportFiles
  /** For triggers; without it a pool that has any fails as if the function were missing. */
  invoke?: InvokeFunction
  /** Of KMS; without it nothing is encrypted, so that no function sends messages. */
  generateDataKey?: GenerateDataKey
  /** For operations that have to be signed; without it nobody's signature counts. */
  resolveCredentials?: ResolveCredentials
  /** Where managed login of a pool answers; undefined where the pool has no domain. */
  domainUrl?: (poolId: string) => string | undefined
}

export function createUserPools({
  pools,
  runtime,
  deliver,
  importFiles = noImportFiles,
  invoke = noFunctions,
  generateDataKey = noKeys,
  resolveCredentials = () => undefined,
  definitions = noDefinitions,
  leakedPasswords = usualLeakedPasswords,
  domainUrl = () => undefined,
}: UserPoolsOptions): UserPools {
  const createdPools = createCreatedPools(runtime, pools, definitions)
  const ctx: OperationContext = {
    ...runtime,
    pools: () => createdPools.all(),
    createdPools,
    definitions,
    deliver,
    domainUrlOf: domainUrl,
    invoke,
    generateDataKey,
    leakedPasswords,
    admit: createAdmission({
      service: 'cognito-idp',
      runtime,
      region: () => pools()[0]?.region,
      resolveCredentials,
    }),
    users: createUsers(runtime.store),
    codes: createCodes(runtime),
    limits: createLimits(runtime),
    signingKeys: createSigningKeys(runtime),
    imports: createImports(importFiles, runtime.log),
  }

  const api = createAwsJsonService({
    targetPrefix: 'AWSCognitoIdentityProviderService',
    operations: userPoolOperations,
    unsupported: unsupportedUserPoolOperations,
    requestShapes: userPoolRequests,
    constraintError: (message) => new UserPoolError('InvalidParameterException', message),
    context: ctx,
    contextOf: (request, context) => ({
      ...context,
      sender: senderOf(request),
      checks: checksOf(request),
    }),
    log: runtime.log,
    random: runtime.random,
  })

  // RSA keys take a moment to make. It starts after the first answer, so that neither the start nor
  // the first sign-in waits for them; whoever does need them then also gets the error, if any.
  const prepareKeys = () => {
    for (const { id } of ctx.pools()) ctx.signingKeys.of(id).catch(() => undefined)
  }
  let hasBegun = false
  const begin = () => {
    if (hasBegun) return
    hasBegun = true
    prepareKeys()
    resumeImports(ctx)
  }

  return {
    async fetch(request) {
      try {
        const response = (await answerWellKnown(ctx, request, domainUrl)) ?? (await api(request))
        begin()
        return response
      } catch (error) {
        runtime.log.error('A document of an issuer failed', error)
        return Response.json({ message: 'Internal error' }, { status: 500 })
      }
    },
    verifyIdToken: (token) => verifyIdToken(ctx, token),
    context: ctx,
    close: () => endImports(ctx),
    operations: [...Object.keys(userPoolOperations), ...unsupportedUserPoolOperations],
  }
}

const noFunctions: InvokeFunction = (arn) =>
  Promise.reject(new FunctionError('not-found', `Function not found: ${arn}`))

const noKeys: GenerateDataKey = (arn) => Promise.reject(new Error(`There is no key ${arn}`))

const readsNone = (): never => {
  throw new DefinitionError('This local AWS creates no user pools.')
}
const noDefinitions: Definitions = { newId: readsNone, userPool: readsNone, appClient: readsNone }
