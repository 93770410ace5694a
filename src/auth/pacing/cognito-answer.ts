type Outcome = PromiseSettledResult<Response>

const throttling = new Set([
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
])

/** Too many ask at once: later is better. Cognito answers so with 400. */
export async function isThrottled(outcome: Outcome): Promise<boolean> {
  if (outcome.status === 'rejected') return false
  const { status } = outcome.value
  return status === 429 || status === 503 || throttling.has(await errorName(outcome.value))
}

/** This person has asked too often, and each further try counts: later is in an hour. */
export async function isLimitReached(outcome: Outcome): Promise<boolean> {
  if (outcome.status === 'rejected') return false
  return (await errorName(outcome.value)) === 'LimitExceededException'
}

/** Whether it was carried out is not known: the answer was lost, or the service failed on the way. */
export function isInDoubt(outcome: Outcome): boolean {
  return outcome.status === 'rejected' || outcome.value.status >= 500
}

/** As Amplify reads it: from the header where a page may see that, else from the body. */
async function errorName(response: Response): Promise<string> {
  if (response.ok) return ''
  const named = response.headers.get('x-amzn-errortype') ?? (await nameInBody(response))
  return named.split(/[,:]/)[0]?.split('#').at(-1) ?? ''
}

async function nameInBody(response: Response): Promise<string> {
  try {
    const { __type: name } = (await response.clone().json()) as { __type?: unknown }
    return typeof name === 'string' ? name : ''
  } catch {
    return ''
  }
}
