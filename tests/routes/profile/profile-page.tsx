import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import * as auth from '../../../src/auth/auth-client.ts'
import { loadAuth, provideAuthConfig } from '../../../src/auth/load-auth.ts'
import { toResourcesConfig } from '../../../src/config/amplify-config.ts'
import { installLocalMode } from '../../../src/local-mode.ts'
import { Announcer } from '../../../src/ui/announcer.tsx'
import { test as base, type TestStandIn } from '../../support/stand-in.ts'

interface Fixtures {
  /** Ada, signed in by Amplify, her requests led to the local AWS as in the browser. */
  signedIn: TestStandIn
}

const person = { email: 'ada@example.com', password: 'Correct-Horse-1' }

export const test = base.extend<Fixtures>({
  signedIn: async ({ standIn }, use) => {
    const { fetch } = window
    const { config } = standIn
    provideAuthConfig(Promise.resolve(toResourcesConfig(config, window.location.origin)))
    await loadAuth()
    if (config.local) installLocalMode({ ...config, local: config.local })
    await auth.signUp(person.email, person.password)
    await auth.confirmSignUp(person.email, standIn.outbox[0]?.code ?? '')
    await signInAgain()
    await use(standIn)
    await auth.signOut()
    window.fetch = fetch
  },
})

export async function signInAgain(): Promise<void> {
  await auth.signIn(person.email, person.password, false)
}

/** The real route module, in a router of its own, with a page to go to. */
export async function openProfile() {
  const profile = await import('../../../src/routes/profile/profile.tsx')
  const router = createMemoryRouter(
    [
      { path: '/', element: <p>Home</p> },
      { path: '/sign-in', element: <p>Sign in</p> },
      { path: '/profile', ...profile },
    ],
    { initialEntries: ['/profile'] },
  )
  const user = userEvent.setup()
  const page = render(
    <Announcer>
      <RouterProvider router={router} />
    </Announcer>,
  )
  await screen.findByRole('heading', { name: 'Your profile' })
  return { user, router, ...page }
}

export const field = (name: string) => screen.getByRole('textbox', { name })
