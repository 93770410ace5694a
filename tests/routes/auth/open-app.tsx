import { configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ConsoleLogger } from 'aws-amplify/utils'
import { vi } from 'vitest'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { createRoutes } from '../../../src/app/routes.tsx'
import { loadAuth, provideAuthConfig } from '../../../src/auth/load-auth.ts'
import { setSessionClient } from '../../../src/auth/session/session.ts'
import { toResourcesConfig } from '../../../src/config/amplify-config.ts'
import { passwordlessFactorsOf } from '../../../src/config/passwordless-factors.ts'
import { parseConfig } from '../../../src/config/parse-config.ts'
import { EnvironmentProvider } from '../../../src/ui/environment.tsx'
import { InboxProvider } from '../../../src/ui/inbox.tsx'
import type { TestStandIn } from '../../support/stand-in.ts'

// Amplify warns of every endpoint that is not AWS's own.
ConsoleLogger.LOG_LEVEL = 'ERROR'

// A real SRP sign-in takes Amplify's own arithmetic seconds where no build has swapped it.
configure({ asyncUtilTimeout: 30_000 })
vi.setConfig({ testTimeout: 60_000 })

// As index.html says.
document.documentElement.lang = 'en'

// jsdom has no layout, so nothing to scroll.
window.scrollTo = () => undefined

export type User = ReturnType<typeof userEvent.setup>

interface Options {
  /** Overrides of `/config.json`. */
  config?: Record<string, unknown>
  /** Whether the local inbox may be looked at. */
  hasInbox?: boolean
  /** As `VITE_SIGN_IN=redirect` has it. */
  isRedirectOnly?: boolean
}

/** The whole app at an address, on a local AWS: its real routes, in a router without a browser. */
export async function openApp(standIn: TestStandIn, path: string, options: Options = {}) {
  const config = parseConfig({ ...standIn.config, ...options.config })
  serveConfig(() => ({ ...standIn.config, ...options.config }))
  provideAuthConfig(Promise.resolve(toResourcesConfig(config, window.location.origin)))
  setSessionClient(config.userPoolClientId)
  await loadAuth()
  const router = createMemoryRouter(createRoutes(), { initialEntries: [path] })
  const { passwordPolicy, domain, socialProviders } = config
  const { isRedirectOnly = false } = options
  const signInRedirect =
    domain === undefined ? null : { providers: socialProviders, isRedirectOnly }
  const page = render(
    <EnvironmentProvider
      value={{
        isLocal: true,
        signInRedirect,
        passwordless: passwordlessFactorsOf(config, window.location.hostname),
        ...(passwordPolicy && { passwordPolicy }),
      }}
    >
      <InboxProvider value={options.hasInbox ? inboxOf(standIn) : undefined}>
        <RouterProvider router={router} />
      </InboxProvider>
    </EnvironmentProvider>,
  )
  return { router, user: userEvent.setup(), ...page }
}

/** Nothing else serves jsdom's own origin. */
function serveConfig(current: () => unknown): void {
  const before = globalThis.fetch
  globalThis.fetch = (input, init) => {
    const isConfig = input instanceof URL && input.pathname === '/config.json'
    return isConfig ? Promise.resolve(Response.json(current())) : before(input, init)
  }
}

function inboxOf(standIn: TestStandIn) {
  return {
    findCode: (to: string, kind: string) => {
      const newest = standIn.outbox.find((message) => message.to === to && message.kind === kind)
      return Promise.resolve(newest?.link === undefined ? newest?.code : new URL(newest.link))
    },
  }
}

/** Pasted, since typing letter by letter renders the page for each. */
export async function fill(user: User, label: string, text: string): Promise<void> {
  const input = await screen.findByLabelText(label)
  await user.clear(input)
  await user.click(input)
  await user.paste(text)
}

/** Presses the page's own button; the header may have one of the same name. */
export async function press(user: User, name: string | RegExp): Promise<void> {
  await user.click(await screen.findByRole('button', { name }))
}

export async function problemText(): Promise<string> {
  return (await screen.findByRole('alert')).textContent
}
