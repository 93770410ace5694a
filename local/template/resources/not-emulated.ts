import type { EvaluatedResource } from '../resource-types.ts'

/** Types of the template that AWS alone makes something of, and what is missing here for it. */
const sentences: Readonly<Record<string, string>> = {
  'AWS::CloudFront::CachePolicy': 'no site is served, and nothing cached',
  'AWS::CloudFront::Distribution': 'no site is served; npm run preview serves what was built',
  'AWS::CloudFront::Function': 'no site is served; npm run preview runs it',
  'AWS::CloudFront::OriginAccessControl': 'no site is served, so nobody fetches its files',
  'AWS::CloudFront::ResponseHeadersPolicy': 'no site is served; npm run preview sends such headers',
  'AWS::Cognito::LogDeliveryConfiguration': 'no log is delivered; the terminal shows what happens',
  'AWS::Cognito::Terms': 'the pages link to no terms',
  'AWS::Cognito::UserPoolUICustomizationAttachment': 'the pages keep their own look',
  'AWS::KMS::Alias': 'a key goes by its ARN',
  'AWS::WAFv2::WebACL': 'no request is turned away before it is read',
  'AWS::WAFv2::WebACLAssociation': 'no request is turned away before it is read',
}

/** What there is to say of a resource before any of its properties is looked at. */
export function mentionNotEmulated({ logicalId, type }: EvaluatedResource): string[] {
  const sentence = Object.hasOwn(sentences, type) ? sentences[type] : undefined
  return sentence === undefined ? [] : [`${logicalId}: ${sentence}`]
}
