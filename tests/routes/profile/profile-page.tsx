import { configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import * as profile from '../../../src/routes/profile/profile.tsx'
import { Announcer } from '../../../src/ui/announcer.tsx'

// A save may be tried three times before it is given up; a busy machine takes longer still.
configure({ asyncUtilTimeout: 10_000 })

// jsdom has no modal dialogs yet; https://github.com/jsdom/jsdom/issues/3294
HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
  this.open = true
}

/**
 * The real route module, in a router of its own, with pages to go to.
 *
 * @param isComplete false where the profile cannot be read.
 */
export async function openProfile({ isComplete = true } = {}) {
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
  if (isComplete) await screen.findByRole('textbox', { name: 'Bio' })
  return { user, router, ...page }
}

export const field = (name: string) => screen.getByRole('textbox', { name })

type User = ReturnType<typeof userEvent.setup>

/** Pasted, since typing letter by letter renders the page for each. */
export async function retype(user: User, name: string, text: string): Promise<void> {
  const input = await screen.findByRole('textbox', { name })
  await user.clear(input)
  await user.click(input)
  await user.paste(text)
}

export async function save(user: User): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Save profile' }))
}
