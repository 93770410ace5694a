import { partitionOf } from '../../../src/config/partitions.ts'
import { refusal } from '../problem.ts'

/**
 * Whether AWS has there what the template makes, and the app's libraries know where: elsewhere a stack
 * would fail, or let nobody in, minutes later and without a word.
 *
 * @throws DeployProblem
 */
export function checkPartition(region: string): void {
  const { id, dnsSuffix, isInAmplify } = partitionOf(region)
  const where = `${region}, a region of the partition ${id}`
  if (id === 'aws-cn') {
    throw refusal(
      `infra/template.yaml makes a user pool, and AWS has no user pools in ${where}.`,
      'Deploy to a region of another partition.',
    )
  }
  if (!isInAmplify) {
    throw refusal(
      `aws-amplify 6.22.1 knows no hosts in ${where} (….${dnsSuffix}), so that nobody could sign in. And how Cognito’s principal is called there, which roles have to trust, AWS does not say.`,
      'Deploy to a region of the partition aws or aws-us-gov; docs/bring-your-own.md says what differs.',
    )
  }
}

/** What AWS says may fail there though the stack is made; undefined where there is nothing to say. */
export function partitionNote(region: string): string | undefined {
  return region === 'us-gov-east-1'
    ? 'In us-gov-east-1 an identity pool may be unable to assume a role whose name is longer than 20 letters, ' +
        'as those are that CloudFormation makes: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html'
    : undefined
}

/**
 * @param valueOf of a parameter, as it would be after the deployment.
 * @throws DeployProblem
 * @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/using-services.html: no CloudFront.
 */
export function checkHosting(valueOf: (name: string) => string | undefined, region: string): void {
  const { id } = partitionOf(region)
  if (valueOf('Hosting') !== 'true' || id === 'aws') return
  throw refusal(
    `Hosting takes CloudFront, and AWS has none in ${region}, a region of the partition ${id}.`,
    'Deploy with --no-hosting, and serve the app in another way.',
  )
}
