/** What of `infra/template.yaml` matters to hosting: a short one is read quickly. */
export const hostingTemplate = `
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Hosting: { Type: String, Default: 'false', AllowedValues: ['true', 'false'] }
  SiteDomainName: { Type: String, Default: '' }
  SiteCertificateArn: { Type: String, Default: '' }
  DeletionProtection: { Type: String, Default: INACTIVE }
Conditions:
  HostsSite: !Equals [!Ref Hosting, 'true']
Resources:
  UserPool: { Type: AWS::Cognito::UserPool }
  UserPoolClient: { Type: AWS::Cognito::UserPoolClient }
  Bucket: { Type: AWS::S3::Bucket, DeletionPolicy: Retain }
  SiteBucket: { Type: AWS::S3::Bucket, Condition: HostsSite, DeletionPolicy: Delete }
  SiteDistribution: { Type: AWS::CloudFront::Distribution, Condition: HostsSite }
`
