import { GetTemplateCommand, type StackResourceSummary } from '@aws-sdk/client-cloudformation'
import type { UserPoolType } from '@aws-sdk/client-cognito-identity-provider'
import type { Session } from '../aws/session.ts'
import { siteOf, type Site } from '../site/site-of.ts'
import { listResources, type Stack } from '../stack.ts'
import { retainedResources } from '../arguments/template-file.ts'
import { findUserPools } from '../change-set/user-pool-protection.ts'

/** What a stack holds, by what becomes of it when the stack is deleted. */
export interface Holdings {
  going: readonly StackResourceSummary[]
  kept: readonly StackResourceSummary[]
  /** People's, to be emptied and deleted, since CloudFormation would keep them. */
  buckets: readonly string[]
  /** To be emptied: CloudFormation deletes its bucket, and fails at what is in it. */
  site: Site | undefined
  pools: readonly UserPoolType[]
}

const bucketType = 'AWS::S3::Bucket'

/** By the template that AWS has, for the one here may be of another day. */
export async function listHoldings(
  session: Session,
  stack: Stack,
  { deleteBucket }: { deleteBucket: boolean },
): Promise<Holdings> {
  // A stack that was never executed holds nothing, and has no template either.
  const isEmpty = stack.StackStatus === 'REVIEW_IN_PROGRESS'
  const resources = isEmpty ? [] : await listResources(session, stack.StackId)
  const retained = resources.length > 0 ? await retainedBy(session, stack) : new Set<string>()
  const isKept = ({ LogicalResourceId = '', ResourceType }: StackResourceSummary) =>
    retained.has(LogicalResourceId) && !(deleteBucket && ResourceType === bucketType)
  const going = resources.filter((resource) => !isKept(resource))
  const site = siteOf(stack.Outputs)
  const buckets = going.filter(({ ResourceType }) => ResourceType === bucketType)
  return {
    going,
    buckets: buckets
      .filter(({ PhysicalResourceId }) => deleteBucket && PhysicalResourceId !== site?.bucket)
      .flatMap(({ PhysicalResourceId }) => PhysicalResourceId ?? []),
    site: buckets.some(({ PhysicalResourceId }) => PhysicalResourceId === site?.bucket)
      ? site
      : undefined,
    kept: resources.filter(isKept),
    pools: await findUserPools(session, resources),
  }
}

async function retainedBy({ aws, signal }: Session, { StackId }: Stack): Promise<Set<string>> {
  const { TemplateBody = '' } = await aws.cloudFormation.send(
    new GetTemplateCommand({ StackName: StackId, TemplateStage: 'Original' }),
    { abortSignal: signal },
  )
  return retainedResources(TemplateBody)
}
