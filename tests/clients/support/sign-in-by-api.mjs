/** USER_PASSWORD_AUTH for the person of `PERSON_EMAIL`. @returns AuthenticationResult */
export async function signIn() {
  const { COGNITO_URL, CLIENT_ID, PERSON_EMAIL, PERSON_PASSWORD } = process.env
  const response = await fetch(COGNITO_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      ClientId: CLIENT_ID,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: PERSON_EMAIL, PASSWORD: PERSON_PASSWORD },
    }),
  })
  if (!response.ok) throw new Error(`InitiateAuth: ${await response.text()}`)
  return (await response.json()).AuthenticationResult
}
