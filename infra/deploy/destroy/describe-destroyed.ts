import type { StackResourceSummary } from '@aws-sdk/client-cloudformation'
import type { Holdings } from './holdings.ts'
import { accountOf, describeResource, type Stack } from '../stack.ts'

/** What will go and what will stay. */
export function describeBefore(
  { StackName = '', StackId }: Stack,
  region: string,
  { going, kept, pools, buckets, site }: Holdings,
): string {
  const people = ({ PhysicalResourceId = '' }: StackResourceSummary) => {
    if (buckets.includes(PhysicalResourceId))
      return ', with everybody’s profiles and pictures in it'
    if (PhysicalResourceId === site?.bucket) return ', with the built app in it'
    if (PhysicalResourceId === site?.distributionId) return `, which serves ${site.url}`
    const pool = pools.find(({ Id }) => Id === PhysicalResourceId)
    return pool ? `, with about ${pool.EstimatedNumberOfUsers ?? 0} people in it` : ''
  }
  const list = (title: string, resources: readonly StackResourceSummary[]) =>
    resources.length === 0
      ? []
      : ['', title, ...resources.map((each) => `  ${describeResource(each)}${people(each)}`)]
  return [
    `Delete the stack ${StackName} in ${region}, account ${accountOf(StackId)}.`,
    ...list('What goes, for good:', going),
    ...list(
      'What stays, since the template retains it (--delete-bucket would delete it too):',
      kept,
    ),
  ].join('\n')
}

export function describeDestroyed(kept: readonly StackResourceSummary[], envFile: string): string {
  const buckets = kept
    .filter(({ ResourceType }) => ResourceType === 'AWS::S3::Bucket')
    .flatMap(({ PhysicalResourceId }) => PhysicalResourceId ?? [])
  return [
    '',
    'The stack is deleted.',
    ...buckets.flatMap((bucket) => [
      `The bucket ${bucket} is kept, with people’s profiles in it, and costs what it holds. To delete it:`,
      `  AWS console > S3 > ${bucket} > Empty (that takes the old versions too), then Delete.`,
    ]),
    `${envFile} was left alone. If it names this stack, remove its VITE_ lines, and "npm start" runs on the`,
    'local AWS again.',
    '',
  ].join('\n')
}
