import type { AwsJsonOperation, RequiredMember } from '../http/aws-json.ts'
import type { OperationContext } from './context.ts'
import { admit } from './signed/admit.ts'

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

/**
 * The same for an operation of administrators: it has to be signed by whom a policy allows it.
 *
 * @param resourceOf what it touches, as its ARN ends (`userpool/<id>`), or `*` for no pool in
 *   particular.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
 */
export function signedOperation<Input>(
  handle: (input: Input, ctx: OperationContext) => Promise<object | undefined>,
  resourceOf: (input: Input) => string,
): AwsJsonOperation<OperationContext> {
  return {
    ...operation(handle),
    async admit(request, body, ctx) {
      const checkAccess = await admit(request, body, ctx)
      return (input) => checkAccess(resourceOf(input as Input))
    },
  }
}

/** For `resourceOf`: the pool that is named. */
export function userPool({ UserPoolId }: { UserPoolId: string }): string {
  return `userpool/${UserPoolId}`
}
