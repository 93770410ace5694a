import { partitionOf, type LoadContext } from './load-context.ts'
import { findEntry, type MapNode, type Value } from './nodes.ts'

/** A resource of the template: properties evaluated, not yet understood. */
export interface EvaluatedResource {
  logicalId: string
  type: string
  properties: MapNode<Value>
}

type Resolve = (resource: EvaluatedResource, context: LoadContext) => string

interface ResourceType {
  ref: Resolve
  attributes: Readonly<Record<string, Resolve>>
}

const physicalId: Resolve = ({ logicalId, type }, context) => context.physicalId(logicalId, type)

/** A name that the template may give; else CloudFormation makes one up. */
function named(property: string): Resolve {
  return (resource, context) => {
    const value = findEntry(resource.properties, property)?.value
    return value?.kind === 'scalar' ? value.text : physicalId(resource, context)
  }
}

/** ARN with region and account, e.g. a user pool's. */
function arn(service: string, path: string, id: Resolve): Resolve {
  return (resource, context) => {
    const { region, accountId } = context
    return `arn:${partitionOf(region)}:${service}:${region}:${accountId}:${path}${id(resource, context)}`
  }
}

const bucketName = named('BucketName')
const roleName = named('RoleName')
const functionName = named('FunctionName')

const roleArn: Resolve = (resource, context) => {
  const path = findEntry(resource.properties, 'Path')?.value
  const prefix = path?.kind === 'scalar' ? path.text : '/'
  const partition = partitionOf(context.region)
  return `arn:${partition}:iam::${context.accountId}:role${prefix}${roleName(resource, context)}`
}

/** ARN of what CloudFront has everywhere at once. */
function cloudFrontArn(path: string, id: Resolve): Resolve {
  return (resource, context) => {
    const { region, accountId } = context
    return `arn:${partitionOf(region)}:cloudfront::${accountId}:${path}${id(resource, context)}`
  }
}

const webAclArn: Resolve = (acl, context) => {
  const { region, accountId } = context
  const scope = findEntry(acl.properties, 'Scope')?.value
  const isGlobal = scope?.kind === 'scalar' && scope.text === 'CLOUDFRONT'
  const name = named('Name')(acl, context)
  const id = context.physicalId(acl.logicalId, `${acl.type}.Id`)
  return `arn:${partitionOf(region)}:wafv2:${region}:${accountId}:${isGlobal ? 'global' : 'regional'}/webacl/${name}/${id}`
}

/** What `Ref` and `Fn::GetAtt` give, by type. A type that is not here is not read at all. */
const resourceTypes: Readonly<Record<string, ResourceType>> = {
  // What the CDK puts into every stack, for its own statistics.
  'AWS::CDK::Metadata': { ref: physicalId, attributes: {} },
  'AWS::CloudFront::CachePolicy': { ref: physicalId, attributes: { Id: physicalId } },
  'AWS::CloudFront::Distribution': {
    ref: physicalId,
    attributes: {
      DomainName: ({ logicalId, type }, context) =>
        context.physicalId(logicalId, `${type}.DomainName`),
      Id: physicalId,
    },
  },
  'AWS::CloudFront::Function': {
    ref: cloudFrontArn('function/', named('Name')),
    attributes: { FunctionARN: cloudFrontArn('function/', named('Name')) },
  },
  'AWS::CloudFront::OriginAccessControl': { ref: physicalId, attributes: { Id: physicalId } },
  'AWS::CloudFront::ResponseHeadersPolicy': { ref: physicalId, attributes: { Id: physicalId } },
  'AWS::Cognito::UserPool': {
    ref: physicalId,
    attributes: {
      Arn: arn('cognito-idp', 'userpool/', physicalId),
      ProviderName: (pool, context) => context.providerNameOf(physicalId(pool, context)),
      ProviderURL: (pool, context) => context.issuerOf(physicalId(pool, context)),
      UserPoolId: physicalId,
    },
  },
  'AWS::Cognito::UserPoolClient': {
    ref: physicalId,
    attributes: {
      ClientId: physicalId,
      ClientSecret: ({ logicalId, type }, context) =>
        context.physicalId(logicalId, `${type}.ClientSecret`),
      Name: named('ClientName'),
    },
  },
  'AWS::Cognito::UserPoolDomain': {
    ref: named('Domain'),
    attributes: {
      CloudFrontDistribution: ({ logicalId }, context) =>
        context.physicalId(logicalId, 'AWS::CloudFront::Distribution.DomainName'),
    },
  },
  'AWS::Cognito::UserPoolResourceServer': { ref: named('Identifier'), attributes: {} },
  'AWS::Cognito::LogDeliveryConfiguration': { ref: physicalId, attributes: { Id: physicalId } },
  'AWS::Cognito::Terms': {
    ref: (terms, context) => `${named('UserPoolId')(terms, context)}|${physicalId(terms, context)}`,
    attributes: { TermsId: physicalId },
  },
  'AWS::Cognito::UserPoolUICustomizationAttachment': { ref: physicalId, attributes: {} },
  'AWS::Cognito::ManagedLoginBranding': {
    ref: physicalId,
    attributes: { ManagedLoginBrandingId: physicalId },
  },
  'AWS::Cognito::UserPoolGroup': { ref: named('GroupName'), attributes: {} },
  'AWS::Cognito::UserPoolIdentityProvider': { ref: named('ProviderName'), attributes: {} },
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': { ref: physicalId, attributes: {} },
  'AWS::Cognito::UserPoolSessionConfigurationAttachment': {
    ref: named('UserPoolId'),
    attributes: {},
  },
  'AWS::Cognito::IdentityPool': {
    ref: physicalId,
    attributes: { Id: physicalId, Name: named('IdentityPoolName') },
  },
  'AWS::Cognito::IdentityPoolPrincipalTag': {
    ref: (tags, context) =>
      `${named('IdentityPoolId')(tags, context)}|${named('IdentityProviderName')(tags, context)}`,
    attributes: {},
  },
  'AWS::Cognito::IdentityPoolRoleAttachment': {
    ref: named('IdentityPoolId'),
    attributes: { Id: named('IdentityPoolId') },
  },
  'AWS::IAM::Policy': { ref: physicalId, attributes: { Id: physicalId } },
  'AWS::IAM::Role': {
    ref: roleName,
    attributes: {
      Arn: roleArn,
      RoleId: ({ logicalId, type }, context) => context.physicalId(logicalId, `${type}.RoleId`),
    },
  },
  'AWS::KMS::Alias': { ref: named('AliasName'), attributes: {} },
  'AWS::KMS::Key': {
    ref: physicalId,
    attributes: { Arn: arn('kms', 'key/', physicalId), KeyId: physicalId },
  },
  'AWS::Lambda::Function': {
    ref: functionName,
    attributes: { Arn: arn('lambda', 'function:', functionName) },
  },
  'AWS::Lambda::Permission': { ref: physicalId, attributes: { Id: physicalId } },
  'AWS::S3::Bucket': {
    ref: bucketName,
    attributes: {
      Arn: (bucket, context) =>
        `arn:${partitionOf(context.region)}:s3:::${bucketName(bucket, context)}`,
      DomainName: (bucket, context) => `${bucketName(bucket, context)}.s3.amazonaws.com`,
      RegionalDomainName: (bucket, context) =>
        `${bucketName(bucket, context)}.s3.${context.region}.amazonaws.com`,
    },
  },
  'AWS::S3::BucketPolicy': { ref: named('Bucket'), attributes: {} },
  'AWS::WAFv2::WebACL': { ref: physicalId, attributes: { Arn: webAclArn } },
  'AWS::WAFv2::WebACLAssociation': { ref: physicalId, attributes: {} },
}

/** In the words of CloudFormation. */
export const resourceTypeNames: readonly string[] = Object.keys(resourceTypes)

export function isResourceType(type: string): boolean {
  return Object.hasOwn(resourceTypes, type)
}

export function refOf(resource: EvaluatedResource, context: LoadContext): string {
  return resourceTypes[resource.type]?.ref(resource, context) ?? ''
}

/** @returns undefined when the type has no such attribute. */
export function findAttribute(
  resource: EvaluatedResource,
  name: string,
  context: LoadContext,
): string | undefined {
  const attributes = resourceTypes[resource.type]?.attributes ?? {}
  return Object.hasOwn(attributes, name) ? attributes[name]?.(resource, context) : undefined
}

export function attributeNamesOf(type: string): string[] {
  return Object.keys(resourceTypes[type]?.attributes ?? {})
}
