import { createAdministrator, type AccessKey } from './administrator.ts'
import { createImportBucket } from './import-files.ts'
import { createTriggerEvents } from './local-api/triggers/trigger-events.ts'
import { createMovableClock } from './local-api/clock/movable-clock.ts'
import type { Snapshots } from './local-api/snapshots/snapshot-routes.ts'
import { createEdge, type Edge } from './local-api/edge.ts'
import type { ConsoleFiles } from './core/ports/console-files.ts'
import type { Fetch } from './core/ports/fetch.ts'
import type { Runtime } from './core/ports/runtime.ts'
import type { Service } from './core/ports/service.ts'
import { settling } from './core/store/settling.ts'
import { basePathOf } from './http/base-path.ts'
import { createIdentityPools } from './identity-pools/service.ts'
import { createKms } from './kms/service.ts'
import { createFunctions, type FunctionHost } from './lambda/functions.ts'
import { createInstallation } from './installation.ts'
import { joinLocalApi } from './join-local-api/join-local-api.ts'
import { createOutbox, type Outbox } from './outbox/outbox.ts'
import { createFindRoute, routeCognito } from './route-cognito.ts'
import { createManagedLogin } from './managed-login/service.ts'
import { createSocialProviders } from './social-providers/service.ts'
import { createS3 } from './s3/service.ts'
import { declaredParameters } from './template/parameters/declared-parameters.ts'
import type { Deployment } from './template/deployment.ts'
import { physicalIdFor } from './template/physical-id.ts'
import { createDefinitions } from './template/read-definitions.ts'
import { leakedPasswords as usualLeakedPasswords } from './user-pools/threat-protection/assessment/leaked-passwords.ts'
import { createUserPools } from './user-pools/service.ts'
import { createSes } from './ses/service.ts'
import { createSts } from './sts/service.ts'
import {
  type IssuerName,
  type LocalConfigDocument,
  placeOf,
  serveTemplate,
  type ServedTemplate,
} from './served-template.ts'
import { createVerifyLogin } from './verify-login.ts'
import { createVerifyWebIdentity } from './verify-web-identity.ts'

export interface StandInOptions {
  /** `file` names the text in errors. */
  template: { text: string; file: string }
  /** Of the template. Providers without values here are the local ones. */
  parameters?: Readonly<Record<string, string>>
  /** Where its two services answer, e.g. `http://localhost:9229`; no trailing slash. The first may have a path. */
  cognitoUrl: string
  s3Url: string
  /** The two for Lambda functions, where those are others. */
  functionsUrls?: { cognito: string; s3: string }
  issuer?: IssuerName
  adminToken: string
  /** Of the administrator; without it one of this installation. */
  administrator?: AccessKey
  /** That threat protection takes to have leaked, besides those that everybody tries first. */
  leakedPasswords?: readonly string[]
  /** Where Lambda functions run; without it, what invokes one fails. */
  functionHost?: FunctionHost
  /** Of the page at `/_local`; without them there is none. */
  consoleFiles?: ConsoleFiles
  /** To anywhere but the local AWS itself. */
  fetch: Fetch
  /** Of the data that it serves, where anything keeps some. */
  snapshots?: Snapshots
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

/**
 * The local AWS without its ports: reads the template and joins the services.
 *
 * @throws TemplateError
 */
export async function createStandIn(options: StandInOptions, world: Runtime): Promise<StandIn> {
  const { template, cognitoUrl, s3Url, adminToken, issuer = 'local' } = options
  const place = placeOf(cognitoUrl, issuer)
  const { region, accountId } = place
  const clock = createMovableClock(world.clock, world.store)
  const runtime: Runtime = { ...world, clock }
  const edge = createEdge()
  const installation = createInstallation(runtime, region)
  const outbox = createOutbox(runtime)
  const triggerEvents = createTriggerEvents(clock)

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

  const load = (text: string): ServedTemplate => {
    const declared = declaredParameters(text)
    return serveTemplate(
      { text, file: template.file },
      {
        ...place,
        stackName: 'cognito-starter',
        parameters: {
          ...Object.fromEntries(standInParameters.filter(([name]) => declared.includes(name))),
          ...given,
        },
        physicalId: (logicalId, type) => installation.physicalId(logicalId, type),
        formerId: (logicalId, type) => installation.findPhysicalId(logicalId, type),
      },
      {
        userPoolEndpoint: `${cognitoUrl}/`,
        identityPoolEndpoint: `${cognitoUrl}/`,
        domainUrl: cognitoUrl,
        s3Endpoint: s3Url,
        consoleUrl: `${cognitoUrl}/_local#token=${adminToken}`,
      },
    )
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
      endpointUrl: options.functionsUrls?.cognito ?? cognitoUrl,
      s3EndpointUrl: (options.functionsUrls?.s3 ?? s3Url).replace('//localhost', '//127.0.0.1'),
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
  const keys = () => served.deployment.keys
  const kms = createKms({ keys, runtime, region, resolveCredentials })
  const ses = createSes({
    runtime,
    resolveCredentials,
    deliver: (message) => outbox.deliver(message),
  })
  const imports = createImportBucket(runtime, { region, accountId, s3Url, s3: () => s3 })
  const userPools = createUserPools({
    pools: () => served.deployment.userPools,
    runtime,
    deliver: (message) => outbox.deliver(message),
    importFiles: imports.files,
    leakedPasswords: new Set([...usualLeakedPasswords, ...(options.leakedPasswords ?? [])]),
    ...(functions && { invoke: triggerEvents.recorded(functions.invoke) }),
    generateDataKey: kms.generateDataKey,
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
    serviceBuckets: [imports.bucket],
    runtime,
    resolveCredentials: (accessKeyId) =>
      imports.resolveCredentials(accessKeyId) ?? resolveCredentials(accessKeyId),
  })
  s3.adopt()

  const findRoute = createFindRoute({ socialProviders, managedLogin }, basePathOf(cognitoUrl))
  const localApi = joinLocalApi({
    adminToken,
    administrator,
    runtime,
    clock,
    machineClock: world.clock,
    timer: options.functionHost?.timer,
    consoleFiles: options.consoleFiles,
    edge,
    outbox,
    userPools,
    identityPools,
    s3,
    triggerEvents,
    snapshots: options.snapshots,
    deployment: () => served.deployment,
    templateFile: template.file,
    resolveCredentials,
    findRoute,
    operationNames: {
      'cognito-idp': userPools.operations,
      'cognito-identity': identityPools.operations,
      kms: kms.operations,
      ses: ['POST /v2/email/outbound-emails'],
      s3: s3.operations,
      'managed-login': managedLogin.operations,
      'social-providers': socialProviders.operations,
    },
    region,
    cognitoUrl,
    s3Url,
  })
  const cognito = edge.guard(
    'cognito',
    routeCognito(
      {
        userPools: (request) => userPools.fetch(request),
        identityPools: (request) => identityPools.fetch(request),
        sts: (request) => sts.fetch(request),
        kms: kms.fetch,
        ses,
        localApi: localApi.fetch,
        socialProviders,
        managedLogin,
      },
      findRoute,
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
    reset: () => localApi.reset(),
    intercept: (interceptor) => edge.intercept(interceptor),
    endEvents: () => localApi.endEvents(),
    async close() {
      await userPools.close()
      await functions?.close()
    },
  }
}
