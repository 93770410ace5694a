import { partitionOf } from '../../../src/config/partitions.ts'
import { refusal } from '../problem.ts'

/**
 * The template names principals, condition keys and the domain as AWS's largest partition has them:
 * elsewhere its roles would let nobody in, minutes later and without a word.
 *
 * @throws DeployProblem
 */
export function checkPartition(region: string): void {
  const { id, identityProvider, domainLabel, dnsSuffix, isInAmplify } = partitionOf(region)
  if (id === 'aws') return
  const principal = identityProvider(region)
  const named =
    principal === undefined
      ? 'how Cognito’s principal is called there is not known'
      : `Cognito’s principal there is ${principal}`
  const library = isInAmplify
    ? ''
    : ` And aws-amplify 6.22.1 knows no hosts there (….${dnsSuffix}), so that nobody could sign in.`
  const pools = id === 'aws-cn' ? ' And AWS has no user pools there.' : ''
  throw refusal(
    `infra/template.yaml is not for ${region}, a region of the partition ${id}: ${named}, and domains are <prefix>.${domainLabel}.${region}.…${library}${pools}`,
    'Deploy to a region of the partition aws, or make the parts by hand: docs/bring-your-own.md says what differs.',
  )
}
