/** What is in a token, its signature apart. */
export function claimsIn(token = ''): Record<string, unknown> {
  const [, body = ''] = token.split('.')
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
}

export function groupsIn(token: string | undefined): unknown {
  return claimsIn(token)['cognito:groups']
}
