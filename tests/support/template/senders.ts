/**
 * Functions that send messages in the pool's place: they decrypt the code with the library that AWS's
 * guide names, and print what they got.
 */
const printing = [
  "const { buildClient, CommitmentPolicy, KmsKeyringNode } = require('@aws-crypto/client-node')",
  'const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)',
  'const keyring = new KmsKeyringNode({ keyIds: [process.env.KEY_ARN] })',
  'exports.handler = async (event) => {',
  '  const { code, ...request } = event.request',
  '  if (code === null) return console.log(JSON.stringify({ ...event, request }))',
  "  const { plaintext, messageHeader } = await decrypt(keyring, Buffer.from(code, 'base64'))",
  '  const { encryptionContext, suiteId } = messageHeader',
  "  const shown = { code: plaintext.toString('utf8'), encryptionContext, suiteId }",
  '  console.log(JSON.stringify({ ...event, request: { ...request, ...shown } }))',
  '}',
]

interface SenderOptions {
  /** Of the function's role. */
  allowed?: string
  /** Of the function, line by line. */
  source?: readonly string[]
  /** Of the function: where a mail is posted to. */
  mailUrl?: string
}

/** What `infra/template.yaml` is edited with. */
export function withSenders({
  allowed = 'kms:Decrypt',
  source = printing,
  mailUrl = '',
}: SenderOptions = {}) {
  const triggers = [
    '      LambdaConfig:\n',
    [
      '      LambdaConfig:',
      '        CustomEmailSender: { LambdaArn: !GetAtt Sender.Arn, LambdaVersion: V1_0 }',
      '        CustomSMSSender: { LambdaArn: !GetAtt Sender.Arn, LambdaVersion: V1_0 }',
      '        KMSKeyID: !GetAtt SenderKey.Arn\n',
    ].join('\n'),
  ] as const
  const resources = [
    '  UserPoolSessions:\n',
    [
      '  SenderKey:',
      '    Type: AWS::KMS::Key',
      '    Properties:',
      "      KeyPolicy: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }] }",
      '  SenderRole:',
      '    Type: AWS::IAM::Role',
      '    Properties:',
      "      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }] }",
      `      Policies: [{ PolicyName: sender, PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: '${allowed}', Resource: !GetAtt SenderKey.Arn }] } }]`,
      '  Sender:',
      '    Type: AWS::Lambda::Function',
      '    Properties:',
      '      FunctionName: sender',
      '      Runtime: nodejs22.x',
      '      Handler: index.handler',
      '      Role: !GetAtt SenderRole.Arn',
      '      Timeout: 5',
      `      Environment: { Variables: { KEY_ARN: !GetAtt SenderKey.Arn, MAIL_URL: '${mailUrl}' } }`,
      '      Code:',
      '        ZipFile: |',
      ...source.map((line) => `          ${line}`),
      '  SenderPermission:',
      '    Type: AWS::Lambda::Permission',
      '    Properties:',
      '      FunctionName: !GetAtt Sender.Arn',
      '      Action: lambda:InvokeFunction',
      '      Principal: cognito-idp.amazonaws.com',
      '      SourceArn: !GetAtt UserPool.Arn',
      '  UserPoolSessions:\n',
    ].join('\n'),
  ] as const
  return [triggers, resources] as const
}
