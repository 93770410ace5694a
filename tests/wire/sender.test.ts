import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { test } from '../support/stand-in.ts'

const unreadable: [string, string][] = [
  ['X-Local-IP-Address', 'here'],
  ['X-Local-IP-Address', ''],
  ['X-Local-IP-Address', '1.2.3'],
  ['X-Local-IP-Address', '1.2.3.256'],
  ['X-Local-IP-Address', '::g'],
  ['X-Local-IP-Address', '1::2::3'],
  ['X-Local-IP-Address', '198.51.100.7, 198.51.100.8'],
  ['X-Local-Place', ''],
  ['X-Local-Place', 'Berlin'],
  ['X-Local-Place', 'Berlin; DE; 52.52'],
  ['X-Local-Place', 'Berlin; DE; 91; 13.40'],
  ['X-Local-Place', 'Berlin; DE; 52.52; 181'],
  ['X-Local-Place', 'Berlin; DE; 52,52; 13,40'],
  ['X-Local-Place', 'Berlin; DE; 52.52; 13.40; 3'],
]

test.for(unreadable)(
  '%s: %j is refused by its name, whatever is asked',
  async ([name, value], { standIn }) => {
    const headers = { [name]: value }
    for (const target of [
      'AWSCognitoIdentityProviderService.InitiateAuth',
      'AWSCognitoIdentityService.GetId',
    ]) {
      const asked = { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1' }
      const response = await fetch(standIn.url, {
        method: 'POST',
        headers: { ...headers, ...asked },
        body: '{}',
      })
      expect(response.status).toBe(400)
      expect(response.headers.get('x-amzn-errortype')).toBe('InvalidParameterException:')
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(await response.json()).toEqual({
        __type: 'InvalidParameterException',
        message: expect.stringContaining(name) as string,
      })
    }
    for (const path of ['/login', '/oauth2/token', '/_local/messages', '/nowhere']) {
      const response = await fetch(`${standIn.url}${path}`, { headers })
      expect(response.status).toBe(400)
      expect(await response.text()).toContain(name)
    }
  },
)

test.for([
  ['X-Local-IP-Address', '198.51.100.7'],
  ['X-Local-IP-Address', '2001:db8::7'],
  ['X-Local-IP-Address', '::ffff:198.51.100.7'],
  ['X-Local-Place', 'Berlin; DE; 52.52; 13.40'],
  ['X-Local-Place', 'S%C3%A3o Paulo;BR;-23.55;-46.63'],
])('%s: %j is read', async ([name = '', value = ''], { standIn, cognito }) => {
  cognito.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> }
      headers[name] = value
      return next(args)
    },
    { step: 'finalizeRequest', priority: 'low' },
  )
  const asked = new InitiateAuthCommand({
    ClientId: standIn.config.userPoolClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'nobody@example.com', PASSWORD: 'Wrong-password-1' },
  })

  await expect(cognito.send(asked)).rejects.toThrow('Incorrect username or password.')
})
