import {
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'

/**
 * The guide's first request, step by step, on the local AWS: `node docs/guide/first-request.mjs`, while
 * `npm start` runs. The argument is where the configuration is, if elsewhere.
 */
const configUrl = process.argv[2] ?? 'http://localhost:5173/config.json'
const { region, userPoolClientId: ClientId, local } = await (await fetch(configUrl)).json()
const inbox = new URL(local.consoleUrl)
const cognito = new CognitoIdentityProviderClient({ region, endpoint: local.userPoolEndpoint })

const Password = 'StrongPassword123!'
const Username = `testuser123.${Date.now()}@example.com`

await attempt('1. SignUp, as the guide prints it', () => signUp('testuser123', Username))
await attempt('2. SignUp with the address as user name', () => signUp(Username, Username))
await attempt('3. InitiateAuth without confirming', signIn)
await attempt('4. ConfirmSignUp with the code from the inbox', confirm)
await attempt('5. InitiateAuth again', signIn)

function signUp(name, email) {
  const UserAttributes = [{ Name: 'email', Value: email }]
  return cognito.send(new SignUpCommand({ ClientId, Username: name, Password, UserAttributes }))
}

async function confirm() {
  const messages = await fetch(
    new URL(`/_local/messages?to=${encodeURIComponent(Username)}`, inbox.origin),
    { headers: { authorization: `Bearer ${inbox.hash.replace('#token=', '')}` } },
  )
  const [{ code }] = await messages.json()
  return cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: code }))
}

function signIn() {
  const AuthParameters = { USERNAME: Username, PASSWORD: Password }
  return cognito.send(
    new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters }),
  )
}

async function attempt(step, call) {
  try {
    const { AuthenticationResult, CodeDeliveryDetails } = await call()
    const tokens = Object.keys(AuthenticationResult ?? {}).filter((name) => name.endsWith('Token'))
    const sent = CodeDeliveryDetails && `a code was sent to ${CodeDeliveryDetails.Destination}`
    console.log(`${step}: ${sent ?? (tokens.sort().join(', ') || 'done')}`)
  } catch (error) {
    console.log(`${step}: ${error.name}: ${error.message}`)
  }
}
