/** Who has a function run: a service, for one of its resources. */
export interface FunctionCaller {
  /** E.g. `cognito-idp.amazonaws.com`. */
  principal: string
  sourceArn: string
}

/**
 * Runs a Lambda function once and waits for what it returns.
 *
 * @param arn of a function that the template declares.
 * @param event JSON; the function gets a copy.
 * @returns what the handler returned, as JSON reads it.
 * @throws FunctionError
 */
export type InvokeFunction = (
  arn: string,
  event: object,
  caller: FunctionCaller,
) => Promise<unknown>

export type FunctionFault = 'threw' | 'timed-out' | 'not-found' | 'not-permitted' | 'crashed'

/** Why there is no answer. Its message is the function's own when it `threw` or `crashed`. */
export class FunctionError extends Error {
  readonly fault: FunctionFault

  constructor(fault: FunctionFault, message: string) {
    super(message)
    this.name = 'FunctionError'
    this.fault = fault
  }
}
