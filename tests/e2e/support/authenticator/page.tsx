import { Authenticator } from '@aws-amplify/ui-react'
import { Amplify } from 'aws-amplify'
import { createRoot } from 'react-dom/client'

declare global {
  var given: { cognito: object; passwordless?: object }
}

const { cognito, passwordless } = globalThis.given
Amplify.configure({ Auth: { Cognito: cognito } } as Parameters<typeof Amplify.configure>[0])

// The whole component, as its quick start has it.
createRoot(document.body.appendChild(document.createElement('main'))).render(
  <Authenticator {...(passwordless && { passwordless })}>
    {({ signOut }) => (
      <>
        <h1>Signed in</h1>
        <button onClick={signOut}>Leave</button>
      </>
    )}
  </Authenticator>,
)
