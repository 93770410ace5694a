import { Amplify } from 'aws-amplify'
import { confirmSignIn, fetchAuthSession, signIn, signOut } from 'aws-amplify/auth'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router-dom'

// The least that can sign somebody in: React, the router, Amplify's four functions, a plain form.
Amplify.configure({
  Auth: { Cognito: { userPoolId: 'us-east-1_AbCdEfGhI', userPoolClientId: 'example' } },
})

function SignIn() {
  const [state, setState] = useState('')
  async function submit(form: FormData) {
    const result = await signIn({
      username: String(form.get('username')),
      password: String(form.get('password')),
    })
    if (!result.isSignedIn) await confirmSignIn({ challengeResponse: String(form.get('code')) })
    setState((await fetchAuthSession()).userSub ?? '')
  }
  return (
    <form action={submit}>
      <h1>Sign in</h1>
      <input name="username" autoComplete="username" />
      <input name="password" type="password" autoComplete="current-password" />
      <button type="submit">Sign in</button>
      <button type="button" onClick={() => void signOut()}>
        Sign out
      </button>
      {state}
    </form>
  )
}

createRoot(document.getElementById('root')!).render(
  <RouterProvider router={createBrowserRouter([{ path: '*', Component: SignIn }])} />,
)
