/**
 * What a service said, out of what CloudFormation and the service's SDK wrapped it in:
 * `Resource handler returned message: "… (Service: …, Status Code: 400, Request ID: …)"
 * (RequestToken: …, HandlerErrorCode: …)`.
 */
export function plainReason(reason: string): string {
  const handler =
    /^Resource handler returned message: "([\s\S]*)" \(RequestToken: [^)]*\)\s*$/.exec(reason)
  return (handler?.[1] ?? reason)
    .replace(/\s*\(Service: [^)]*\)/g, '')
    .replace(/\s*\(SDK Attempt Count: \d+\)/g, '')
    .trim()
}

/**
 * One of a closed list, where the resource's handler is of the newer kind.
 *
 * @see https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html
 */
export function handlerErrorCode(reason: string): string | undefined {
  return /HandlerErrorCode: (\w+)\)\s*$/.exec(reason)?.[1]
}
