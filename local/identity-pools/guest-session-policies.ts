import { parsePolicyDocument } from '../iam/policy/parse-policy.ts'

/**
 * In the enhanced flow a guest's role counts only for these services, whatever its policies say: those
 * that the guide lists, and those of the managed policy AmazonCognitoUnAuthedIdentitiesSessionPolicy.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonCognitoUnAuthedIdentitiesSessionPolicy.html
 */
const services = [
  'appsync:*',
  'cloudwatch:*',
  'cognito-identity:*',
  'cognito-sync:*',
  'comprehend:*',
  'dynamodb:*',
  'execute-api:*',
  'firehose:*',
  'gamelift:*',
  'geo:*',
  'iot:*',
  'kinesis:*',
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey*',
  'kms:ReEncrypt*',
  'lambda:*',
  'lex:*',
  'logs:*',
  'machinelearning:*',
  'mobileanalytics:*',
  'mobiletargeting:*',
  'personalize:*',
  'polly:*',
  'rekognition:*',
  'rum:PutRumEvents',
  's3:*',
  'sagemaker:InvokeEndpoint',
  'sdb:*',
  'ses:*',
  'sns:*',
  'sqs:*',
  'sumerian:View*',
  'textract:AnalyzeDocument',
  'textract:DetectDocumentText',
  'transcribe:*',
  'translate:*',
]

export const guestSessionPolicies = [
  parsePolicyDocument(
    { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: services, Resource: '*' } },
    'session policy of guests',
    'identity',
  ),
]
