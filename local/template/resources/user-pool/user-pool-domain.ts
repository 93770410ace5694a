import type { Deployment } from '../../deployment.ts'
import { toJson } from '../../nodes.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { checkTier, type Pool, poolOf } from './pool-of.ts'

type Domain = Deployment['domains'][number]
type Pools = readonly Pool[]

/**
 * @param taken pools that have a prefix already, or a domain of one's own: each may have one of both.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpooldomain.html
 */
export function readUserPoolDomain(
  reader: PropertyReader,
  pools: Pools,
  taken: Set<string>,
): Domain {
  const domain = reader.requiredString('Domain')
  const isCustom = reader.has('CustomDomainConfig')
  reader.notEmulated('CustomDomainConfig', 'there is no certificate; the domain is a local address')
  reader.notEmulated('Routing', 'there is one region')
  // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
  if (!isCustom && !/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(domain)) {
    reader.problem('Domain', `${JSON.stringify(domain)} cannot be a prefix: a-z, 0-9 and hyphens.`)
  }
  // Between hyphens, that is: `my-awsome-app` is taken, as others have measured.
  if (!isCustom && /(?:^|-)(?:aws|amazon|cognito)(?:-|$)/.test(domain)) {
    reader.problem('Domain', 'may not have aws, amazon or cognito in it.')
  }
  if (isCustom && !/^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+$/.test(domain)) {
    reader.problem('Domain', `${JSON.stringify(domain)} is no host name, with CustomDomainConfig.`)
  }
  const certificate = reader.map('CustomDomainConfig')?.string('CertificateArn')
  if (certificate !== undefined && /^arn:[\w-]+:acm:(?!us-east-1:)/.test(certificate)) {
    reader.problem('CustomDomainConfig', 'needs a certificate in us-east-1.')
  }
  const { id, tier } = poolOf(reader, pools)
  // In the words of https://github.com/aws/aws-cdk/issues/10062.
  const key = `${id} ${isCustom}`
  if (taken.has(key)) reader.problem('Domain', 'User pool already has a domain configured.')
  taken.add(key)
  const version = reader.integer('ManagedLoginVersion', { min: 1, max: 2 }) === 2 ? 2 : 1
  if (version === 2) checkTier(reader, 'ManagedLoginVersion', tier)
  return { domain, userPoolId: id, managedLoginVersion: version }
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-managedloginbranding.html */
export function readManagedLoginBranding(
  reader: PropertyReader,
  pools: Pools,
  clients: readonly { id: string }[],
): Deployment['managedLoginBrandings'][number] {
  const ownLook = reader.has('Settings') || reader.has('Assets')
  const settings = reader.value('Settings')
  reader.notEmulated('Settings', 'of these the pages follow colours and corners only')
  reader.notEmulated('Assets', 'the pages keep their own look')
  reader.pass('ReturnMergedResources')
  if (reader.boolean('UseCognitoProvidedValues') === ownLook) {
    reader.problem(
      'UseCognitoProvidedValues',
      'excludes Settings and Assets; one of them is needed.',
    )
  }
  const client = reader.requiredReference('ClientId', clients, 'id', 'app client')
  return {
    userPoolId: poolOf(reader, pools).id,
    clientId: client.id,
    ...(settings && { settings: toJson(settings) }),
  }
}
