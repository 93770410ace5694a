/** `node support/sign-up.mjs`: signs the person of `PERSON_EMAIL` up, with the code of the inbox. */
const { COGNITO_URL, CLIENT_ID: ClientId, ADMIN_TOKEN } = process.env
const { PERSON_EMAIL: Username, PERSON_PASSWORD: Password } = process.env

await call('SignUp', { ClientId, Username, Password })
const messages = await fetch(`${COGNITO_URL}/_local/messages`, {
  headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
})
const [{ code: ConfirmationCode }] = await messages.json()
await call('ConfirmSignUp', { ClientId, Username, ConfirmationCode })

async function call(operation, body) {
  const response = await fetch(COGNITO_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${operation}: ${await response.text()}`)
}
