import type { AwsJsonOperation } from '../http/aws-json.ts'
import type { OperationContext } from './context.ts'
import type { userPoolShapes } from './shapes.ts'
import { admit } from './signed/admit.ts'

/** An SDK request with the members in `Required` proved present, as the edge leaves it. */
export type With<Request, Required extends keyof Request> = Request & {
  [Member in Required]-?: NonNullable<Request[Member]>
}

type MembersWithShape = Partial<Record<keyof typeof userPoolShapes, unknown>>

/** Names of the members that a handler takes for granted. */
type RequiredOf<Input> = {
  [Member in keyof Input]-?: undefined extends Input[Member] ? never : Member
}[keyof Input]

/**
 * A line of the service table. It compiles only when `required` names just the members that the
 * handler takes for granted, all of them, and when every member of the input has a shape.
 */
export function operation<Input, const Required extends readonly RequiredOf<Input>[]>(
  handle: keyof Input extends keyof MembersWithShape
    ? (input: Input, ctx: OperationContext) => Promise<object | undefined>
    : never,
  required: Required & (RequiredOf<Input> extends Required[number] ? unknown : never),
): AwsJsonOperation<OperationContext> {
  return {
    // The edge has read the input by its shapes and has proved the required members.
    handle: (input, ctx) => handle(input as Input, ctx),
    required: required as readonly string[],
  }
}

/** The same for an operation of administrators: it has to be signed by whom a policy allows it. */
export function signedOperation<Input, const Required extends readonly RequiredOf<Input>[]>(
  ...line: Parameters<typeof operation<Input, Required>>
): AwsJsonOperation<OperationContext> {
  return { ...operation<Input, Required>(...line), admit }
}
