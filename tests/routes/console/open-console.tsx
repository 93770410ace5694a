import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { createConsoleClient } from '../../../src/console/client/console-client.ts'
import { consoleRoutes } from '../../../src/console/routes.tsx'
import type { TestStandIn } from '../../support/stand-in.ts'

/** The console on a local AWS, as a browser shows it that was given this token. */
export async function openConsole(
  standIn: Pick<TestStandIn, 'url' | 'adminToken'>,
  path = '/',
  given: string | undefined = standIn.adminToken,
) {
  document.documentElement.lang = 'en'
  let token = given
  const client = createConsoleClient(new URL(`${standIn.url}/_local/`), {
    read: () => token,
    keep: (next) => (token = next),
  })
  const router = createMemoryRouter(consoleRoutes(client), { initialEntries: [path] })
  const { unmount } = render(<RouterProvider router={router} />)
  await screen.findByRole('heading', { level: 1 })
  return { router, client, user: userEvent.setup({ delay: null }), unmount }
}
