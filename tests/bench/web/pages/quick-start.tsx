import { Authenticator } from '@aws-amplify/ui-react'
import '@aws-amplify/ui-react/styles.css'
import { Amplify } from 'aws-amplify'
import { createRoot } from 'react-dom/client'

// AWS's own quick start: https://ui.docs.amplify.aws/react/getting-started/installation
Amplify.configure({
  Auth: { Cognito: { userPoolId: 'us-east-1_AbCdEfGhI', userPoolClientId: 'example' } },
})

createRoot(document.getElementById('root')!).render(
  <Authenticator>{({ user }) => <h1>Hello {user?.username}</h1>}</Authenticator>,
)
