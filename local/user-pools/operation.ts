import type { AwsJsonOperation, RequiredMember } from '../http/aws-json.ts'
import type { OperationContext } from './context.ts'

/** An SDK request with the members in `Required` proved present, as the edge leaves it. */
export type With<Request, Required extends RequiredMember<Request>> = Request & {
  [Member in Required]-?: NonNullable<Request[Member]>
}

/** A line of the service table, for an operation that anybody may call. */
export function operation(
  handle: (input: never, ctx: OperationContext) => Promise<object | undefined>,
): AwsJsonOperation<OperationContext> {
  // The edge has read the input by AWS's model of it, and has proved the required members.
  return { handle: (input, ctx) => handle(input as never, ctx) }
}

/** For signed operations: the pool that they name, as its ARN ends. */
export function userPool({ UserPoolId }: { UserPoolId: string }): string {
  return `userpool/${UserPoolId}`
}
