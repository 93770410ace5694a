import {
  deleteSiteResource,
  makeSiteResource,
  site,
  siteOutputs,
  type SiteGround,
} from './fake-site.ts'
import { parseTemplate, record, type FakeResource, type FakeStack } from './fake-stack.ts'

/** What a test makes go wrong in the next operation. */
export interface Failure {
  logicalId: string
  reason: string
}

export interface Ground extends SiteGround {
  now(): number
  /** Takes the failure that the next operation meets. */
  takeFailure(): Failure | undefined
  pools: Map<string, FakePool>
}

export interface FakePool {
  DeletionProtection: string
  EstimatedNumberOfUsers: number
  AutoVerifiedAttributes: string[]
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: string[] }
}

export const poolId = 'eu-west-1_AbCdEfGhI'

const physicalIds: Readonly<Record<string, string>> = {
  UserPool: poolId,
  UserPoolClient: '1h57kf5cpq17m0eml12example',
  IdentityPool: 'eu-west-1:12345678-90ab-cdef-1234-567890abcdef',
  UserPoolDomain: 'starter-0123456789ab',
  Bucket: 'cognito-starter-bucket-1x2y3z',
  SiteBucket: site.bucket,
  SiteDistribution: site.distributionId,
}

/** Everything is created, or one thing fails, the others are cancelled, and all is rolled back. */
export function planCreation(
  stack: FakeStack,
  ground: Ground,
  { retainExceptOnCreate }: { retainExceptOnCreate: boolean },
): void {
  const failure = ground.takeFailure()
  const say = speaker(stack, ground)
  stack.resources = missingIn({ ...stack, resources: [] })
  stack.script = [
    () => say('CREATE_IN_PROGRESS', undefined, 'User Initiated'),
    () => {
      for (const resource of stack.resources) {
        say('CREATE_IN_PROGRESS', resource)
        say('CREATE_IN_PROGRESS', resource, 'Resource creation Initiated')
      }
    },
    () => {
      createPool(stack, ground)
      for (const resource of stack.resources) makeSiteResource(resource, ground)
      if (failure === undefined) {
        for (const resource of stack.resources) say('CREATE_COMPLETE', resource)
        stack.outputs = outputsOf(stack)
        say('CREATE_COMPLETE')
        return
      }
      for (const resource of stack.resources.slice(0, 2)) say('CREATE_COMPLETE', resource)
      const rest = stack.resources.slice(2)
      say(
        'CREATE_FAILED',
        rest.find((each) => each.logicalId === failure.logicalId),
        failure.reason,
      )
      for (const resource of rest) {
        if (resource.logicalId === failure.logicalId) continue
        say('CREATE_FAILED', resource, 'Resource creation cancelled')
      }
      say(
        'ROLLBACK_IN_PROGRESS',
        undefined,
        `The following resource(s) failed to create: [${rest.map(({ logicalId }) => logicalId).join(', ')}]. Rollback requested by user.`,
      )
      stack.script.push(() => {
        const retained = retainExceptOnCreate ? new Set<string>() : retainedBy(stack)
        const isGone = deleteResources(stack, ground, retained)
        say(isGone ? 'ROLLBACK_COMPLETE' : 'ROLLBACK_FAILED')
      })
    },
  ]
}

/** One resource is updated; where it fails, it is put back, which may be made to fail as well. */
export function planUpdate(stack: FakeStack, ground: Ground, touched: readonly string[]): void {
  const failure = ground.takeFailure()
  const failureOfRollback = failure && ground.takeFailure()
  const say = speaker(stack, ground)
  const resources = stack.resources.filter(({ logicalId }) => touched.includes(logicalId))
  const before = new Map(stack.parameters)
  stack.script = [
    () => say('UPDATE_IN_PROGRESS', undefined, 'User Initiated'),
    () => {
      const added = missingIn(stack)
      for (const resource of resources) say('UPDATE_IN_PROGRESS', resource)
      for (const resource of added) say('CREATE_IN_PROGRESS', resource)
      const failed = [...resources, ...added].find((it) => it.logicalId === failure?.logicalId)
      if (failure === undefined || failed === undefined) {
        for (const resource of resources) say('UPDATE_COMPLETE', resource)
        for (const resource of added) {
          makeSiteResource(resource, ground)
          say('CREATE_COMPLETE', resource)
        }
        stack.resources.push(...added)
        const pool = ground.pools.get(poolId)
        if (pool) pool.DeletionProtection = stack.parameters.get('DeletionProtection') ?? 'ACTIVE'
        stack.outputs = outputsOf(stack)
        say('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS')
        stack.script.push(() => {
          cleanUp(stack, ground)
          say('UPDATE_COMPLETE')
        })
        return
      }
      say(added.includes(failed) ? 'CREATE_FAILED' : 'UPDATE_FAILED', failed, failure.reason)
      say('UPDATE_ROLLBACK_IN_PROGRESS', undefined, 'The following resource(s) failed to update.')
      stack.parameters = before
      stack.script.push(() => finishRollback(stack, ground, failureOfRollback))
    },
  ]
}

/** What the template has now, and the stack does not. */
function missingIn({ name, template, parameters, resources }: FakeStack): FakeResource[] {
  return Object.entries(parseTemplate(template, parameters).Resources)
    .filter(([logicalId]) => !resources.some((resource) => resource.logicalId === logicalId))
    .map(([logicalId, { Type }]) => ({
      logicalId,
      type: Type,
      physicalId: physicalIds[logicalId] ?? `${name}-${logicalId}-1A2B3C`,
      status: '',
    }))
}

/** What cannot be deleted is left behind: by now the update counts as done. */
function cleanUp(stack: FakeStack, ground: Ground): void {
  const say = speaker(stack, ground)
  const wanted = parseTemplate(stack.template, stack.parameters).Resources
  const gone = stack.resources.filter(({ logicalId }) => !Object.hasOwn(wanted, logicalId))
  for (const resource of gone) {
    const reason = deleteSiteResource(resource, ground)
    say(reason === undefined ? 'DELETE_COMPLETE' : 'DELETE_FAILED', resource, reason)
  }
  stack.resources = stack.resources.filter((resource) => !gone.includes(resource))
}

export function planContinuedRollback(stack: FakeStack, ground: Ground): void {
  const failure = ground.takeFailure()
  const say = speaker(stack, ground)
  stack.script = [
    () => say('UPDATE_ROLLBACK_IN_PROGRESS', undefined, 'User Initiated'),
    () => finishRollback(stack, ground, failure),
  ]
}

function finishRollback(stack: FakeStack, ground: Ground, failure: Failure | undefined): void {
  const say = speaker(stack, ground)
  const failed = stack.resources.find(({ logicalId }) => logicalId === failure?.logicalId)
  if (failed) say('UPDATE_FAILED', failed, failure?.reason)
  say(failed ? 'UPDATE_ROLLBACK_FAILED' : 'UPDATE_ROLLBACK_COMPLETE')
}

export function planDeletion(stack: FakeStack, ground: Ground): void {
  const say = speaker(stack, ground)
  const retained = retainedBy(stack)
  stack.script = [
    () => say('DELETE_IN_PROGRESS', undefined, 'User Initiated'),
    () => say(deleteResources(stack, ground, retained) ? 'DELETE_COMPLETE' : 'DELETE_FAILED'),
  ]
}

function retainedBy({ template }: FakeStack): Set<string> {
  return new Set(
    Object.entries(parseTemplate(template).Resources)
      .filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')
      .map(([logicalId]) => logicalId),
  )
}

/** @returns whether nothing is left that should be gone. */
function deleteResources(stack: FakeStack, ground: Ground, retained: ReadonlySet<string>): boolean {
  const failure = ground.takeFailure()
  const say = speaker(stack, ground)
  let isGone = true
  for (const resource of stack.resources) {
    if (resource.status === 'DELETE_COMPLETE' || resource.status === 'DELETE_SKIPPED') continue
    if (retained.has(resource.logicalId)) {
      say('DELETE_SKIPPED', resource)
      continue
    }
    const isProtected =
      resource.physicalId === poolId && ground.pools.get(poolId)?.DeletionProtection === 'ACTIVE'
    const reason = isProtected
      ? 'Resource handler returned message: "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first. (Service: CognitoIdentityProvider, Status Code: 400, Request ID: 0af1)" (RequestToken: 6e2f, HandlerErrorCode: InvalidRequest)'
      : failure?.logicalId === resource.logicalId
        ? failure.reason
        : deleteSiteResource(resource, ground)
    if (reason) {
      say('DELETE_FAILED', resource, reason)
      isGone = false
    } else {
      if (resource.physicalId === poolId) ground.pools.delete(poolId)
      say('DELETE_COMPLETE', resource)
    }
  }
  return isGone
}

function createPool({ parameters }: FakeStack, { pools }: Ground): void {
  pools.set(poolId, {
    DeletionProtection: parameters.get('DeletionProtection') ?? 'ACTIVE',
    EstimatedNumberOfUsers: 0,
    AutoVerifiedAttributes: ['email'],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  })
}

function outputsOf({ parameters }: FakeStack): Record<string, string> {
  return {
    Region: 'eu-west-1',
    UserPoolId: poolId,
    UserPoolClientId: physicalIds['UserPoolClient']!,
    IdentityPoolId: physicalIds['IdentityPool']!,
    Domain: `${parameters.get('DomainPrefix') || 'starter-0123456789ab'}.auth.eu-west-1.amazoncognito.com`,
    Bucket: physicalIds['Bucket']!,
    SocialProviders: '',
    RedirectSignIn: parameters.get('CallbackUrls') ?? '',
    RedirectSignOut: parameters.get('LogoutUrls') ?? '',
    ...siteOutputs(parameters),
  }
}

function speaker(stack: FakeStack, ground: Ground) {
  return (status: string, resource?: FakeResource, reason?: string) =>
    record(stack, status, {
      nowMs: ground.now(),
      ...(resource && { resource }),
      ...(reason !== undefined && { reason }),
    })
}
