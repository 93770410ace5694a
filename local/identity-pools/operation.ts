import type { AwsJsonOperation } from '../http/aws-json.ts'
import type { OperationContext } from './context.ts'

/** An SDK request with the members in `Required` proved present, as the edge leaves it. */
export type With<Request, Required extends keyof Request> = Request & {
  [Member in Required]-?: NonNullable<Request[Member]>
}

/** A line of the service table. */
export function operation<Input>(
  handle: (input: Input, ctx: OperationContext) => Promise<object>,
  required: readonly (keyof Input & string)[],
): AwsJsonOperation<OperationContext> {
  // The edge has read the input by its shapes and has proved the required members.
  return { handle: (input, ctx) => handle(input as Input, ctx), required }
}
