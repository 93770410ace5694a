import type { AwsJsonOperation } from '../http/aws-json.ts'
import type { OperationContext } from './context.ts'

/**
 * Every operation of the user-pool API that is here, each on a line:
 * `SignUp: operation(signUp, ['ClientId', 'Username'])` names the members it cannot run without.
 */
export const userPoolOperations: Readonly<Record<string, AwsJsonOperation<OperationContext>>> = {}
