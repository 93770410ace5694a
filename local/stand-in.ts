import { createAdministrator, type AccessKey } from './administrator.ts'
import { createEventStreams } from './local-api/event-stream.ts'
import { createMovableClock } from './local-api/movable-clock.ts'
import { localApiRoutes } from './local-api/routes.ts'
import { createLocalApi } from './local-api/service.ts'
import { createEdge, type Edge } from './local-api/edge.ts'
import type { Fetch } from './core/ports/fetch.ts'
import type { Runtime } from './core/ports/runtime.ts'
import type { Service } from './core/ports/service.ts'
import type { Store } from './core/store/store.ts'
import { basePathOf } from './http/base-path.ts'
import { createIdentityPools } from './identity-pools/service.ts'
import { createFunctions, type FunctionHost } from './lambda/functions.ts'
import { resetStore } from './core/store/kept-tables.ts'
import { createInstallation } from './installation.ts'
import { createOutbox, type Outbox } from './outbox/outbox.ts'
import { routeCognito } from './route-cognito.ts'
import { createManagedLogin } from './managed-login/service.ts'
import { createSocialProviders } from './social-providers/service.ts'
import { createS3 } from './s3/service.ts'
import { configDocument, type ConfigDocument, missingOutputs } from './template/config-document.ts'
import { factorsDocument, type FactorsDocument } from './template/factors-document.ts'
import {
  userAttributesDocument,
  type UserAttributeDocument,
} from './template/user-attributes-document.ts'
import { declaredParameters } from './template/parameters/declared-parameters.ts'
import type { Deployment } from './template/deployment.ts'
import { awsIssuerName, type IssuerType } from './template/load-context.ts'
import { loadTemplate } from './template/load-template.ts'
import { physicalIdFor } from './template/physical-id.ts'
import { createDefinitions } from './template/read-definitions.ts'
import type { PasswordPolicy, UserPoolConfig } from './user-pools/config.ts'
import { createUserPools } from './user-pools/service.ts'
import { createSts } from './sts/service.ts'
import { createVerifyLogin } from './verify-login.ts'
import { createVerifyWebIdentity } from './verify-web-identity.ts'

type IssuerName = 'local' | 'aws'

export interface StandInOptions {
  /** `file` names the text in errors. */
  template: { text: string; file: string }
  /** Of the template. Providers without values here are the local ones. */
  parameters?: Readonly<Record<string, string>>
  /** Where its two services answer, e.g. `http://localhost:9229`; no trailing slash. The first may have a path. */
  cognitoUrl: string
  s3Url: string
  /** The first for Lambda functions, where that is another. */
  functionsUrl?: string
  /** Whose name tokens have as their `iss`: that of the address here, or AWS's for the pool. */
  issuer?: IssuerName
  adminToken: string
  /** Of the administrator; without it one of this installation. */
  administrator?: AccessKey
  /** Where Lambda functions run; without it, what invokes one fails. */
  functionHost?: FunctionHost
  /** To anywhere but the local AWS itself. */
  fetch: Fetch
}

/** `/config.json` of the local AWS. */
export interface LocalConfigDocument extends ConfigDocument {
  /** The pool's own, for the sign-up page to tick off. */
  passwordPolicy?: PasswordPolicy
  /** What the pool requires of whoever signs up. */
  requiredAttributes?: string[]
  factors?: FactorsDocument
  userAttributes?: UserAttributeDocument[]
}

export interface StandIn {
  /** User pools and their domains, identity pools, social providers and `/_local/*`. */
  cognito: Service
  s3: Service
  outbox: Outbox
  adminToken: string
  /** A key that may do anything here. */
  administrator: AccessKey
  /** The same document as `/config.json`. */
  config(): LocalConfigDocument
  deployment(): Deployment
  /**
   * Serves another text of the template from now on. People, keys and objects stay.
   *
   * @throws TemplateError; the template before goes on being served.
   */
  reload(text: string): void
  /** Forgets people, sessions, messages and objects; ids and signing keys stay. */
  reset(): Promise<void>
  /** Has every request of both ports go through `interceptor`, the local AWS's own to itself too. */
  intercept: Edge['intercept']
  /** Ends the event streams, which would else be waited for. */
  endEvents(): void
  /** Ends the Lambda functions. */
  close(): Promise<void>
}

const region = 'us-east-1'
const accountId = '123456789012'

/**
 * The local AWS without its ports: reads the template and joins the services.
 *
 * @throws TemplateError
 */
export async function createStandIn(options: StandInOptions, world: Runtime): Promise<StandIn> {
  const { template, cognitoUrl, s3Url, adminToken, issuer = 'local' } = options
  const clock = createMovableClock(world.clock, world.store)
  const runtime: Runtime = { ...world, clock }
  const edge = createEdge()
  const installation = createInstallation(runtime, region)
  const outbox = createOutbox(runtime)

  const socialProviders = createSocialProviders({
    cognitoUrl,
    runtime,
    callbackUrls: () =>
      userPools.context
        .pools()
        .flatMap(({ clients }) => clients.flatMap(({ callbackUrls }) => callbackUrls)),
  })
  const given = options.parameters ?? {}
  const standInParameters = Object.entries(await socialProviders.parameters(given))

  const place = {
    region,
    accountId,
    issuerOf: (userPoolId: string, type?: IssuerType) =>
      issuer === 'aws'
        ? `https://${awsIssuerName(region, userPoolId, type)}`
        : `${cognitoUrl}/${userPoolId}`,
    ...(issuer === 'aws' && {
      documentsUrlOf: (userPoolId: string) => `${cognitoUrl}/${userPoolId}`,
    }),
    providerNameOf: (userPoolId: string) =>
      `${cognitoUrl.replace(/^https?:\/\//, '')}/${userPoolId}`,
  }

  const load = (text: string): Served => {
    const declared = declaredParameters(text)
    const parameters = Object.fromEntries(
      standInParameters.filter(([name]) => declared.includes(name)),
    )
    const deployment = loadTemplate(
      { text, file: template.file },
      {
        ...place,
        stackName: 'cognito-starter',
        parameters: { ...parameters, ...given },
        physicalId: (logicalId, type) => installation.physicalId(logicalId, type),
        formerId: (logicalId, type) => installation.findPhysicalId(logicalId, type),
      },
      missingOutputs,
    )
    const local = {
      userPoolEndpoint: `${cognitoUrl}/`,
      identityPoolEndpoint: `${cognitoUrl}/`,
      domainUrl: cognitoUrl,
      s3Endpoint: s3Url,
      consoleUrl: `${cognitoUrl}/_local#token=${adminToken}`,
    }
    const config = configDocument(deployment, local)
    const pool = deployment.userPools.find(({ id }) => id === config.userPoolId)
    const client = pool?.clients.find(({ id }) => id === config.userPoolClientId)
    return {
      deployment,
      config: {
        ...config,
        ...(pool && {
          passwordPolicy: pool.passwordPolicy,
          requiredAttributes: requiredOf(pool),
          factors: factorsDocument(pool),
          ...(client && { userAttributes: userAttributesDocument(pool, client) }),
        }),
      },
    }
  }
  let served = load(template.text)

  const functions =
    options.functionHost &&
    createFunctions({
      ...options.functionHost,
      functions: () => served.deployment.functions,
      roles: () => served.deployment.roles,
      runtime,
      region,
      endpointUrl: options.functionsUrl ?? cognitoUrl,
    })
  const { resolveCredentials: resolveAdministrator, ...administrator } = createAdministrator(
    runtime,
    accountId,
    options.administrator,
  )
  const resolveCredentials = (accessKeyId: string) =>
    resolveAdministrator(accessKeyId) ??
    functions?.resolveCredentials(accessKeyId) ??
    identityPools.resolveCredentials(accessKeyId) ??
    sts.resolveCredentials(accessKeyId)
  const userPools = createUserPools({
    pools: () => served.deployment.userPools,
    runtime,
    deliver: (message) => outbox.deliver(message),
    ...(functions && { invoke: functions.invoke }),
    resolveCredentials,
    definitions: createDefinitions(
      place,
      (type) => physicalIdFor(type, runtime.random, region),
      () => served.deployment,
    ),
    domainUrl: (poolId) =>
      served.deployment.domains.some(({ userPoolId }) => userPoolId === poolId)
        ? cognitoUrl
        : undefined,
  })
  const managedLogin = createManagedLogin({
    userPools: userPools.context,
    domains: () => served.deployment.domains,
    brandings: () => served.deployment.managedLoginBrandings,
    domainUrl: () => cognitoUrl,
    // What is asked of ourselves needs no socket.
    fetch: (request) =>
      request.url.startsWith(`${cognitoUrl}/`) ? cognito(request) : options.fetch(request),
    providerEndpoints: ({ type }) =>
      type === 'OIDC' ? undefined : socialProviders.endpoints[type],
  })
  const identityPools = createIdentityPools({
    pools: () => served.deployment.identityPools,
    roles: () => served.deployment.roles,
    runtime,
    verifyLogin: createVerifyLogin(userPools, userPools.context.pools, runtime.clock),
    resolveCredentials,
  })
  const sts = createSts({
    roles: () => served.deployment.roles,
    runtime,
    region,
    verifyWebIdentity: createVerifyWebIdentity(identityPools),
    resolveCredentials,
  })
  const s3 = createS3({
    buckets: () => served.deployment.buckets,
    runtime,
    resolveCredentials,
  })
  s3.adopt()

  async function reset(): Promise<void> {
    resetStore(runtime.store)
    clock.setOffset(0)
    outbox.announceReset()
    await runtime.blobs.clear()
  }

  const events = createEventStreams(outbox)
  const localApi = createLocalApi({
    adminToken,
    crypto: runtime.crypto,
    log: runtime.log,
    origins: () => appOrigins({ ...served.deployment, userPools: userPools.context.pools() }),
    routes: localApiRoutes({ messages: (to) => outbox.list(to), events, clock, reset }),
  })
  const cognito = edge.guard(
    'cognito',
    routeCognito(
      {
        userPools: (request) => userPools.fetch(request),
        identityPools: (request) => identityPools.fetch(request),
        sts: (request) => sts.fetch(request),
        localApi: localApi.fetch,
        socialProviders,
        managedLogin,
      },
      basePathOf(cognitoUrl),
    ),
  )
  return {
    cognito: settling(cognito, runtime.store),
    s3: settling(edge.guard('s3', s3.fetch), runtime.store),
    outbox,
    adminToken,
    administrator,
    config: () => served.config,
    deployment: () => served.deployment,
    reload(text) {
      served = load(text)
      s3.adopt()
    },
    reset,
    intercept: (interceptor) => edge.intercept(interceptor),
    endEvents: () => events.close(),
    async close() {
      await functions?.close()
    },
  }
}

/** What is acknowledged is durable. */
function settling(service: Service, store: Store): Service {
  return async (request) => {
    const response = await service(request)
    await store.settled()
    return response
  }
}

interface Served {
  deployment: Deployment
  config: LocalConfigDocument
}

function requiredOf({ schema }: UserPoolConfig): string[] {
  return schema.flatMap(({ name, required }) => (required && name !== 'sub' ? [name] : []))
}

/** Where the template says that the app is: it may use the bucket, or be returned to. */
function appOrigins({ buckets, userPools }: Deployment): string[] {
  const ofBuckets = buckets.flatMap(({ corsRules }) =>
    corsRules.flatMap(({ allowedOrigins }) => allowedOrigins),
  )
  const ofClients = userPools.flatMap(({ clients }) =>
    clients.flatMap(({ callbackUrls }) => callbackUrls.map((url) => new URL(url).origin)),
  )
  // An app's own scheme (`myapp://`) has the origin "null", which any sandboxed page has too.
  return [...new Set([...ofBuckets, ...ofClients])].filter((origin) => origin !== 'null')
}
