import {
  CreateInvalidationCommand,
  GetInvalidationCommand,
  type Invalidation as CloudFrontInvalidation,
} from '@aws-sdk/client-cloudfront'
import { isPassing, nameOf } from '../aws/api-problems.ts'
import { createBackOff } from '../aws/back-off.ts'
import type { Session } from '../aws/session.ts'
import type { Invalidation } from './manifest.ts'
import type { Site } from './site-of.ts'

/** Half an hour of a quota that others use up, or two minutes of a network that is away. */
const most = { busy: 90, failures: 12 }

/** Has CloudFront drop its copies of what was replaced, and waits until it has. */
export async function invalidate(
  session: Session,
  { distributionId }: Site,
  invalidation: Invalidation,
): Promise<void> {
  const startedAtMs = session.clock.now()
  const backOff = createBackOff(session.jitter, { firstMs: 3_000, mostMs: 20_000 })
  let current = await create(session, distributionId, invalidation)
  let failures = 0
  while (current.Status !== 'Completed') {
    const seconds = Math.round((session.clock.now() - startedAtMs) / 1000)
    session.terminal.show(`  CloudFront drops its copies of what was replaced … ${seconds} s`)
    await session.pause(backOff.nextMs())
    try {
      current = await get(session, distributionId, current.Id)
      failures = 0
    } catch (error) {
      failures += 1
      if (!isPassing(error) || failures === most.failures) throw error
    }
  }
  session.terminal.show('')
}

async function create(
  session: Session,
  DistributionId: string,
  { reference, paths }: Invalidation,
): Promise<CloudFrontInvalidation> {
  const { aws, terminal, signal } = session
  const backOff = createBackOff(session.jitter, { firstMs: 5_000, mostMs: 20_000 })
  for (let refused = 0; ; refused += 1) {
    try {
      const { Invalidation } = await aws.cloudFront.send(
        new CreateInvalidationCommand({
          DistributionId,
          InvalidationBatch: {
            CallerReference: reference,
            Paths: { Quantity: paths.length, Items: [...paths] },
          },
        }),
        { abortSignal: signal },
      )
      return Invalidation!
    } catch (error) {
      if (nameOf(error) !== 'TooManyInvalidationsInProgress' || refused === most.busy) throw error
    }
    terminal.show('  CloudFront is at work on other invalidations of the account, waiting for it …')
    await session.pause(backOff.nextMs())
  }
}

async function get(
  { aws, signal }: Session,
  DistributionId: string,
  Id: string | undefined,
): Promise<CloudFrontInvalidation> {
  const { Invalidation } = await aws.cloudFront.send(
    new GetInvalidationCommand({ DistributionId, Id }),
    { abortSignal: signal },
  )
  return Invalidation!
}
