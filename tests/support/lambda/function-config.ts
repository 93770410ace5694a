import type { FunctionConfig } from '../../../local/lambda/config.ts'
import type { Role } from '../../../local/iam/policy/policy.ts'

export const poolArn = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_ExAmPlE01'

/** The user pool `poolArn`, as it has a function run. */
export const poolCaller = { principal: 'cognito-idp.amazonaws.com', sourceArn: poolArn }

/** A function that the pool may invoke. */
export function functionConfig(overrides: Partial<FunctionConfig> = {}): FunctionConfig {
  return {
    name: 'greet',
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:greet',
    handler: 'index.handler',
    source: 'exports.handler = async (event) => event',
    roleArn: functionRole().arn,
    timeoutSeconds: 5,
    environment: {},
    permissions: [poolCaller],
    ...overrides,
  }
}

/** The role of that function; it may do nothing. */
export function functionRole(overrides: Partial<Role> = {}): Role {
  return {
    id: 'AROAEXAMPLEEXAMPLE567',
    maxSessionSeconds: 3600,
    name: 'greet-role',
    arn: 'arn:aws:iam::000000000000:role/greet-role',
    trustPolicy: { statements: [] },
    policies: [],
    ...overrides,
  }
}
