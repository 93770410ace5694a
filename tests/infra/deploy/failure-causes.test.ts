import { expect, test } from 'vitest'
import { explainFailure } from '../../../infra/deploy/events/failure-causes.ts'
import { findFirstCause } from '../../../infra/deploy/events/first-cause.ts'
import { plainReason } from '../../../infra/deploy/events/plain-reason.ts'

// As AWS words them: from the events of real stacks, in the issues of AWS's own projects.
test.for([
  [
    'AWS::Cognito::UserPoolDomain',
    'Domain already associated with another user pool. (Service: AWSCognitoIdentityProviderService; Status Code: 400; Error Code: InvalidParameterException; Request ID: c3d74165; Proxy: null)',
    'Somebody else has this domain prefix',
  ],
  [
    'AWS::Cognito::UserPoolDomain',
    'Resource handler returned message: "Invalid request provided: AWS::Cognito::UserPoolDomain" (RequestToken: d4fac485-da47-0978-f1f9-659333ed01dc, HandlerErrorCode: InvalidRequest)',
    'Cognito does not take this domain prefix',
  ],
  ['AWS::S3::Bucket', 'api-portal-code already exists', 'Bucket names are unique in the world'],
  [
    'AWS::S3::Bucket',
    'The bucket you tried to delete is not empty. You must delete all versions in the bucket. (Service: Amazon S3; Status Code: 409; Error Code: BucketNotEmpty)',
    'Empty it first, old versions included',
  ],
  [
    'AWS::IAM::Role',
    'API: iam:CreateRole User: arn:aws:iam::123456789012:user/ada is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::123456789012:role/x',
    'lack the right that is named',
  ],
  [
    'AWS::Cognito::UserPoolClient',
    'Resource handler returned message: "The provider Google does not exist for User Pool us-east-2_6ir7BBWvN. (Service: CognitoIdentityProvider, Status Code: 400, Request ID: c26e8a68)" (RequestToken: 06f824d8, HandlerErrorCode: InvalidRequest)',
    'names a provider that the pool does not have',
  ],
  [
    'AWS::Cognito::UserPoolClient',
    "Resource handler returned message: \"1 validation error detected: Value '[app.example.com]' at 'callbackURLs' failed to satisfy constraint\" (RequestToken: 1, HandlerErrorCode: InvalidRequest)",
    'A URL of CallbackUrls or LogoutUrls',
  ],
  [
    'AWS::Cognito::UserPool',
    'Existing schema attributes cannot be modified or deleted. (Service: AWSCognitoIdentityProvider; Status Code: 400; Error Code: InvalidParameterException; Request ID: null; Proxy: null)',
    'attributes can be added, not changed or removed',
  ],
  [
    'AWS::Cognito::UserPool',
    'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    'destroy --turn-off-protection',
  ],
  [
    'AWS::Cognito::UserPoolIdentityProvider',
    'Resource handler returned message: "Unable to contact well-known endpoint (Service: CognitoIdentityProvider, Status Code: 400, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: InvalidRequest)',
    '/.well-known/openid-configuration',
  ],
  [
    'AWS::Cognito::UserPoolIdentityProvider',
    'The private_key in provider details is invalid',
    'Apple’s key is the text of the .p8 file',
  ],
  [
    'AWS::Cognito::UserPool',
    'Resource handler returned message: "Account limit exceeded" (RequestToken: 1, HandlerErrorCode: ServiceLimitExceeded)',
    'A quota of the account is used up',
  ],
  ['AWS::IAM::Role', 'Rate exceeded (Service: Iam, Status Code: 400)', 'too many requests'],
  [
    'AWS::Cognito::IdentityPool',
    'Resource handler returned message: "x" (RequestToken: 1, HandlerErrorCode: InternalFailure)',
    'AWS had a fault of its own',
  ],
  ['AWS::Cognito::IdentityPool', 'Something that nobody has seen', 'Mend what it names'],
  [
    'AWS::CloudFront::Distribution',
    "Access denied for operation 'AWS::CloudFront::Distribution: Your account must be verified before you can add new CloudFront resources. To verify your account, please contact AWS Support (https://console.aws.amazon.com/support/home#/) and include this error message. (Service: CloudFront, Status Code: 403, Request ID: 6d47)'.",
    'New accounts may not use CloudFront until AWS has looked at them',
  ],
  [
    'AWS::CloudFront::Distribution',
    "Resource handler returned message: \"Invalid request provided: AWS::CloudFront::Distribution: The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain. (Service: CloudFront, Status Code: 400, Request ID: 118a)\" (RequestToken: 1, HandlerErrorCode: InvalidRequest)",
    'certificates of AWS Certificate Manager that are in us-east-1',
  ],
  [
    'AWS::CloudFront::Distribution',
    'Resource handler returned message: "Invalid request provided: The certificate that is attached to your distribution doesn\'t cover the alternate domain name (CNAME) that you\'re trying to add. (Service: CloudFront, Status Code: 400, Request ID: 44fe)" (RequestToken: 1, HandlerErrorCode: InvalidRequest)',
    'The certificate is for another name.',
  ],
  [
    'AWS::CloudFront::Distribution',
    'Resource handler returned message: "Invalid request provided: AWS::CloudFront::Distribution: One or more of the CNAMEs you provided are already associated with a different resource. (Service: CloudFront, Status Code: 409, Request ID: 04c3)" (RequestToken: 1, HandlerErrorCode: AlreadyExists)',
    'SiteDomainName belongs to another CloudFront distribution',
  ],
  [
    'AWS::WAFv2::WebACL',
    'Resource handler returned message: "Error reason: The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT (Service: Wafv2, Status Code: 400, Request ID: 04b4)" (RequestToken: 1, HandlerErrorCode: InvalidRequest)',
    'A web ACL for CloudFront can be made in us-east-1 only.',
  ],
  [
    'AWS::CloudFront::Distribution',
    'Web ACL is not accessible by the requester. (Service: CloudFront, Status Code: 400, Request ID: 1)',
    'Look at SiteWebAclArn',
  ],
  [
    'AWS::CloudFront::ResponseHeadersPolicy',
    "Limit exceeded for resource of type 'AWS::CloudFront::ResponseHeadersPolicy'. Reason: Too many policies",
    'A quota of the account is used up',
  ],
])('%s: "%s"', ([ResourceType, ResourceStatusReason, remedy]) => {
  const problem = explainFailure({ LogicalResourceId: 'X', ResourceType, ResourceStatusReason })

  expect(problem.remedy).toContain(remedy)
  expect(problem.message).toContain(plainReason(ResourceStatusReason!))
})

test('of a reason only the words are left, not its wrapping', () => {
  const reason =
    'Resource handler returned message: "The provider "Google" does not exist. (Service: CognitoIdentityProvider, Status Code: 400, Request ID: c26e) (SDK Attempt Count: 1)" (RequestToken: 06f8, HandlerErrorCode: InvalidRequest)'

  expect(plainReason(reason)).toBe('The provider "Google" does not exist.')
})

test('the first cause is none of the stack’s own events, and none that was cancelled', () => {
  const at = { StackId: 'arn', EventId: '1', StackName: 's', Timestamp: new Date(0) }
  const event = (PhysicalResourceId: string, ResourceStatusReason: string) => ({
    ...at,
    PhysicalResourceId,
    ResourceStatus: 'CREATE_FAILED' as const,
    ResourceStatusReason,
  })

  const cause = findFirstCause([
    event('a', 'Resource creation cancelled'),
    event('arn', 'The following resource(s) failed'),
    event('b', 'The real one'),
    event('c', 'A later one'),
  ])

  expect(cause?.ResourceStatusReason).toBe('The real one')
})

test('where only the stack itself says why, that is the cause', () => {
  const cause = findFirstCause([
    {
      StackId: 'arn',
      EventId: '1',
      StackName: 's',
      Timestamp: new Date(0),
      PhysicalResourceId: 'arn',
      ResourceStatus: 'CREATE_FAILED',
      ResourceStatusReason: 'Transform failed',
    },
  ])

  expect(cause?.ResourceStatusReason).toBe('Transform failed')
})
