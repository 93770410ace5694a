/** A Lambda function as the template declares it, its source inline (`Code.ZipFile`). */
export interface FunctionConfig {
  name: string
  arn: string
  /** `index.<export>`: CloudFormation puts inline source into a file of that name. */
  handler: string
  source: string
  roleArn: string
  /** A trigger of a user pool has five seconds, whatever stands here. */
  timeoutSeconds: number
  environment: Readonly<Record<string, string>>
  /** `AWS::Lambda::Permission`: who may invoke it, and for what. */
  permissions: readonly FunctionPermission[]
}

export interface FunctionPermission {
  /** `cognito-idp.amazonaws.com`. */
  principal: string
  sourceArn?: string
}
